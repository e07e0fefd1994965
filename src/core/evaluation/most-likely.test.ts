import { expect, it } from 'vitest';
import { mostLikely } from './most-likely.ts';

it('names the class of the largest probability, the first of equals', () => {
  const { predicted, confidence } = mostLikely(Float32Array.of(0.25, 0.5, 0.25, 0.5, 0, 0.5), 3);
  expect([...predicted]).toEqual([1, 0]);
  expect([...confidence]).toEqual([0.5, 0.5]);
});

it('refuses a length that is not whole rows', () => {
  expect(() => mostLikely(new Float32Array(5), 3)).toThrow(/rows of 3 probabilities were expected; found 5/);
});
