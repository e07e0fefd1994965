import { expect, test } from 'vitest';
import type { Frame } from '../frame.ts';
import { lumaPlane } from './luma.ts';

/** 6 x 5 pixels, red their column, green their row, both times ten. */
function frame(channels: 3 | 4): Frame {
  const pixels = Array.from({ length: 30 }, (_, i) =>
    [10 * (i % 6), 10 * Math.floor(i / 6), 100, 7].slice(0, channels),
  );
  return { widthPx: 6, heightPx: 5, channels, data: Uint8Array.from(pixels.flat()) };
}

test.each([3, 4] as const)('cuts whole pixels out of a frame of %d channels, by the weights of BT.601', (channels) => {
  const { levels, ...place } = lumaPlane(frame(channels), 1.9, 2.1, 3.2, 3.5);
  expect(place).toEqual({ leftPx: 1, topPx: 2, widthPx: 3, heightPx: 2 });
  const level = (column: number, row: number) => 0.299 * 10 * column + 0.587 * 10 * row + 0.114 * 100;
  const wanted = [level(1, 2), level(2, 2), level(3, 2), level(1, 3), level(2, 3), level(3, 3)];
  for (const [i, value] of levels.entries()) expect(value).toBeCloseTo(wanted[i]!, 4);
});

test('is cut off at the edges of the frame', () => {
  const { levels: _, ...place } = lumaPlane(frame(3), -4, -2, 99, 99);
  expect(place).toEqual({ leftPx: 0, topPx: 0, widthPx: 6, heightPx: 5 });
});

test.each([
  ['right of it', 6, 0, 9, 5],
  ['below it', 0, 5, 6, 9],
  ['empty', 2, 2, 2, 4],
  ['nowhere', Number.NaN, 0, 6, 5],
])('a rectangle that is %s is refused', (_, left, top, right, bottom) => {
  expect(() => lumaPlane(frame(3), left, top, right, bottom)).toThrow(/inside of a frame of 6 x 5 was expected/);
});
