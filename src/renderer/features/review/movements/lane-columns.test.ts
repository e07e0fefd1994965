import { expect, test } from 'vitest';
import type { MovementWindow } from '../../../../contract/review/review.ts';
import { laneColumns, movementsAt } from './lane-columns.ts';

const windowOf = (bucketMs: number, atMs: readonly number[]): MovementWindow => ({
  bucketMs,
  count: atMs.length,
  atMs: Float64Array.from(atMs),
  values: Float32Array.from(atMs.flatMap((_, row) => [row, 10 + row, 20 + row, 30 + row, 40 + row, 50 + row])),
  rest: null,
});

test('a curve is broken where nothing was measured', () => {
  expect(laneColumns(windowOf(0, [0, 250, 600]), 1)).toEqual([
    [0, 250, 425, 600],
    [10, 11, null, 12],
  ]);
});

test('means stand in the middle of their stretch, and one that is missing breaks the curve', () => {
  expect(laneColumns(windowOf(1000, [0, 1000, 3000]), 0)).toEqual([
    [500, 1500, 2000, 3500],
    [0, 1, null, 2],
  ]);
});

test('without a row there is one point that draws nothing', () => {
  expect(laneColumns(windowOf(0, []), 0)).toEqual([[0], [null]]);
});

test('a moment has the movements of the reading that holds there, or none', () => {
  const window = windowOf(0, [0, 250, 600]);
  expect(movementsAt(window, 300)).toEqual([1, 11, 21, 31, 41, 51]);
  expect(movementsAt(window, 550)).toBeNull();
  expect(movementsAt(windowOf(0, [100]), 50)).toBeNull();
});
