import { describe, expect, it } from 'vitest';
import type { Frame } from './frame.ts';
import { sampleSquare } from './sample-square.ts';

function frameOf(
  widthPx: number,
  heightPx: number,
  channels: 3 | 4,
  level: (x: number, y: number, c: number) => number,
) {
  const data = new Uint8ClampedArray(widthPx * heightPx * channels);
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / channels);
    data[i] = level(pixel % widthPx, Math.floor(pixel / widthPx), i % channels);
  }
  return { widthPx, heightPx, channels, data } satisfies Frame;
}

describe('sampleSquare', () => {
  it('averages a shrunk square: three by three pixels become their mean', () => {
    const frame = frameOf(12, 12, 3, (x, y, c) => (7 * x + 11 * y + 40 * c) % 251);
    const out = sampleSquare(frame, { xPx: 3, yPx: 6, sidePx: 6 }, 2);
    for (const [row, column, c] of [
      [0, 0, 0],
      [1, 0, 2],
      [1, 1, 1],
    ] as const) {
      let mean = 0;
      for (let y = 0; y < 3; y++) {
        for (let x = 0; x < 3; x++) mean += frame.data[((6 + 3 * row + y) * 12 + 3 + 3 * column + x) * 3 + c]! / 9;
      }
      expect(out[(row * 2 + column) * 3 + c]).toBeCloseTo(mean, 4);
    }
  });

  it('keeps a ramp a ramp when it enlarges', () => {
    const frame = frameOf(20, 20, 3, (x, y) => 5 * x + 4 * y);
    const out = sampleSquare(frame, { xPx: 4, yPx: 4, sidePx: 8 }, 16);
    for (let row = 0; row < 16; row++) {
      for (let column = 0; column < 16; column++) {
        const x = 4 + (column + 0.5) / 2 - 0.5;
        const y = 4 + (row + 0.5) / 2 - 0.5;
        expect(out[(row * 16 + column) * 3]).toBeCloseTo(5 * x + 4 * y, 4);
      }
    }
  });

  it.each([8, 24])('shows black outside of the frame (output side %i)', (outPx) => {
    const frame = frameOf(10, 10, 3, () => 200);
    const out = sampleSquare(frame, { xPx: -8, yPx: -8, sidePx: 16 }, outPx);
    expect(out[0]).toBe(0);
    expect(out[(outPx * outPx - 1) * 3]).toBeCloseTo(200, 4);
  });

  it('does not look at alpha', () => {
    const square = { xPx: 1, yPx: 2, sidePx: 9 };
    const level = (x: number, y: number, c: number) => (c === 3 ? 17 : 9 * x + 3 * y + c);
    for (const outPx of [4, 20]) {
      const rgb = sampleSquare(frameOf(16, 12, 3, level), square, outPx);
      expect(sampleSquare(frameOf(16, 12, 4, level), square, outPx)).toEqual(rgb);
    }
  });
});
