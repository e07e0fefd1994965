import { describe, expect, it } from 'vitest';
import type { Frame } from '../frame.ts';
import type { Square } from '../sample-square.ts';
import { FaceFinder } from './face-finder.ts';
import type { DetectedFace } from './face-nets.ts';

const FRAME: Frame = { widthPx: 640, heightPx: 480, channels: 3, data: new Uint8Array(640 * 480 * 3) };

const face = (xPx: number, yPx: number, sizePx: number, score = 0.8): DetectedFace => ({
  score,
  box: { xPx, yPx, widthPx: sizePx, heightPx: sizePx },
});

/** A detector that sees a face when it is at least a tenth of what is looked at. */
function finderOf(faces: () => readonly DetectedFace[]) {
  const looks: (Square | undefined)[] = [];
  const finder = new FaceFinder({
    async detect(_, within, leastScore = 0.5) {
      looks.push(within);
      const { xPx, yPx, sidePx } = within ?? { xPx: 0, yPx: 0, sidePx: 640 };
      return faces().filter(
        ({ box, score }) =>
          score >= leastScore &&
          box.widthPx >= sidePx / 10 &&
          box.xPx >= xPx &&
          box.yPx >= yPx &&
          box.xPx + box.widthPx <= xPx + sidePx &&
          box.yPx + box.heightPx <= yPx + sidePx,
      );
    },
  });
  return { finder, looks };
}

describe('FaceFinder', () => {
  it('looks once at a frame with a face that is near', async () => {
    const { finder, looks } = finderOf(() => [face(200, 100, 170)]);
    expect(await finder.find(FRAME)).toHaveLength(1);
    expect(looks).toEqual([undefined]);
  });

  it.each([
    [10, 10],
    [300, 220],
    [590, 430],
    [150, 300],
  ])('meets a small face at %i, %i within twenty frames and then at every frame', async (xPx, yPx) => {
    const { finder } = finderOf(() => [face(xPx, yPx, 40)]);
    let frames = 1;
    while ((await finder.find(FRAME)).length === 0) frames++;
    expect(frames).toBeLessThanOrEqual(20);
    for (let i = 0; i < 5; i++) expect(await finder.find(FRAME)).toHaveLength(1);
  });

  it('goes on looking elsewhere when the small face has moved away', async () => {
    let place = { xPx: 10, yPx: 10 };
    const { finder } = finderOf(() => [face(place.xPx, place.yPx, 40)]);
    while ((await finder.find(FRAME)).length === 0);
    place = { xPx: 580, yPx: 400 };
    let frames = 1;
    while ((await finder.find(FRAME)).length === 0) frames++;
    expect(frames).toBeLessThanOrEqual(21);
  });

  it('hands on the faint finds of the first look when the second finds no face', async () => {
    const { finder } = finderOf(() => [face(200, 100, 170, 0.3)]);
    expect(await finder.find(FRAME, 0.2)).toEqual([face(200, 100, 170, 0.3)]);
  });
});
