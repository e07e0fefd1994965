import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostLikely } from './most-likely.ts';

it('names the class of the largest probability, the first of equals', () => {
  const { predicted, confidence } = mostLikely(Float32Array.of(0.25, 0.5, 0.25, 0.5, 0, 0.5), 3);
  expect([...predicted]).toEqual([1, 0]);
  expect([...confidence]).toEqual([0.5, 0.5]);
});

it('names of every row what sorting it would put first', () => {
  const row = fc.array(fc.constantFrom(0, 0.125, 0.25, 0.5), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const sorted = rows.map((each) => [...each.entries()].sort(([i, p], [j, q]) => q - p || i - j)[0]!);
      const { predicted, confidence } = mostLikely(Float32Array.from(rows.flat()), 4);
      expect([...predicted]).toEqual(sorted.map(([index]) => index));
      expect([...confidence]).toEqual(sorted.map(([, probability]) => probability));
    }),
  );
});

it('refuses a length that is not whole rows', () => {
  expect(() => mostLikely(new Float32Array(5), 3)).toThrow(/rows of 3 probabilities were expected; found 5/);
});
