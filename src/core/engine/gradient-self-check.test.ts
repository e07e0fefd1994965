import { expect, test } from 'vitest';
import { relativeError } from './gradient-self-check.ts';

const of = (...values: number[]) => Float32Array.from(values);

test.each([
  ['a gradient of nothing but zeros, met exactly', of(0, 0), of(0, 0), 0],
  ['a gradient of nothing but zeros, missed', of(0, 1e-9), of(0, 0), Number.POSITIVE_INFINITY],
  ['the largest difference against the largest number', of(1, -3), of(1, -4), 0.25],
  ['no number', of(1, Number.NaN), of(1, 2), Number.POSITIVE_INFINITY],
  ['a gradient that is too short', of(1), of(1, 2), Number.POSITIVE_INFINITY],
])('the error of %s', (_, found, wanted, error) => {
  expect(relativeError(found, wanted)).toBe(error);
});
