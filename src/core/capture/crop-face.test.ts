import { describe, expect, it } from 'vitest';
import { CROP_PX } from './align-face.ts';
import { cropFace } from './crop-face.ts';
import type { Frame } from './frame.ts';
import { applySimilarity } from './identity/similarity.ts';

const WIDTH = 320;
const HEIGHT = 240;

function grey(level: (x: number, y: number) => number): Frame {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) data.fill(level(x, y), (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
  }
  return { widthPx: WIDTH, heightPx: HEIGHT, channels: 3, data };
}

describe('cropFace', () => {
  it.each([
    { a: 1, b: 0, txPx: 40, tyPx: 30 },
    { a: 2.2, b: 0.7, txPx: 60, tyPx: 20 },
    { a: 0.4, b: -0.1, txPx: 90, tyPx: 90 },
  ])('reads a ramp where the similarity says ($a, $b)', (place) => {
    const crop = cropFace(
      grey((x, y) => (x + y) / 2.5),
      place,
    );
    for (let row = 0; row < CROP_PX; row += 7) {
      for (let column = 0; column < CROP_PX; column += 7) {
        const { xPx, yPx } = applySimilarity(place, { xPx: column + 0.5, yPx: row + 0.5 });
        // The frame itself is rounded down to whole levels: half a level less on average.
        expect(Math.abs(crop[row * CROP_PX + column]! - ((xPx - 0.5 + yPx - 0.5) / 2.5 - 0.4))).toBeLessThan(1.2);
      }
    }
  });

  it('smooths what is finer than a pixel of the crop instead of aliasing it', () => {
    const stripes = grey((x) => (x % 2 === 0 ? 0 : 255));
    const crop = cropFace(stripes, { a: 3.9, b: 0, txPx: 20, tyPx: 3 });
    expect(Math.max(...crop) - Math.min(...crop)).toBeLessThan(40);
  });

  it('weighs colours by Rec. 601', () => {
    const frame = grey(() => 0);
    for (let i = 1; i < frame.data.length; i += 3) frame.data[i] = 200;
    expect(cropFace(frame, { a: 1, b: 0, txPx: 10, tyPx: 10 })[1800]).toBe(Math.round(0.587 * 200));
  });

  it('goes on with the edge where the crop reaches over it, and refuses one that is wholly outside', () => {
    const frame = grey((x) => (x === 0 ? 90 : 10));
    expect(cropFace(frame, { a: 1, b: 0, txPx: -30, tyPx: 50 })[10 * CROP_PX + 5]).toBe(90);
    expect(() => cropFace(frame, { a: 1, b: 0, txPx: -200, tyPx: 50 })).toThrow(/inside of a frame/);
  });

  it('refuses a frame whose bytes do not fill it', () => {
    const frame = { ...grey(() => 0), heightPx: HEIGHT + 1 };
    expect(() => cropFace(frame, { a: 1, b: 0, txPx: 0, tyPx: 0 })).toThrow(RangeError);
  });
});
