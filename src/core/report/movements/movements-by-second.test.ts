import { expect, test } from 'vitest';
import { samplesOf } from '../testing/document-of.ts';
import { movementsBySecond } from './movements-by-second.ts';

test('a second has the mean of its samples, and none where no movement was measured', () => {
  const none = Array(5).fill(Number.NaN);
  const samples = {
    ...samplesOf([100, 900, 1500, 2500].map((atMs) => ({ atMs, emotion: 0 }))),
    movements: Float32Array.from([1, 2, 0.25, 0.5, 1, 3, 4, 0.75, 1, 2, ...none, 5, 6, 0.125, 0.25, 0.5]),
  };
  expect([...movementsBySecond(samples)]).toEqual([
    [0, [2, 3, 0.5, 0.75, 1.5]],
    [2000, [5, 6, 0.125, 0.25, 0.5]],
  ]);
});
