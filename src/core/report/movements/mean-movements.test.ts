import { expect, test } from 'vitest';
import { samplesOf } from '../testing/document-of.ts';
import { meanMovements } from './mean-movements.ts';

test('each mean is over the samples that have it; the turn is measured where the others are not', () => {
  const samples = samplesOf([0, 100, 200].map((atMs) => ({ atMs, emotion: 3 })));
  samples.movements.set([2, -2.5, 0.25, 0.5, 0.25], 0);
  samples.movements.fill(Number.NaN, 10, 15);
  samples.quality[11] = 6.5;
  const { count, means } = meanMovements(samples);
  expect(count).toBe(2);
  expect(means.map((mean) => Number(mean?.toFixed(6)))).toEqual(
    [(-3.5 - 3.5 + 6.5) / 3, 3.125, -2, 0.2, 0.275, 0.3].map((each) => Number(each.toFixed(6))),
  );
  expect(meanMovements(samplesOf([]))).toEqual({ count: 0, means: Array(6).fill(null) });
});
