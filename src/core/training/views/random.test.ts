import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomAt, shuffled } from './random.ts';

function draw(count: number, ...address: [number, ...number[]]): number[] {
  const random = randomAt(...address);
  return Array.from({ length: count }, () => random.uniform());
}

test('the same address gives the same numbers, its neighbours give others', () => {
  expect(draw(5, 1, 2, 3)).toEqual(draw(5, 1, 2, 3));
  const firsts = new Set(
    [draw(1, 1, 2, 3), draw(1, 1, 3, 2), draw(1, 1, 2), draw(1, 1, 2, 4), draw(1, 2, 2, 3), draw(1, 1, 2, 3, 0)].flat(),
  );
  expect(firsts.size).toBe(6);
});

test('uniform numbers are spread evenly, within a stream and over addresses', () => {
  const within = draw(100_000, 7);
  const over = Array.from({ length: 100_000 }, (_, i) => draw(1, 7, 1, i)[0]!);
  for (const numbers of [within, over]) {
    const counts = new Array<number>(10).fill(0);
    for (const each of numbers) counts[Math.floor(each * 10)]! += 1;
    // chi-squared, 9 degrees of freedom: above 27.9 in one of a thousand
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  }
});

test('normal numbers have mean 0 and variance 1', () => {
  const random = randomAt(3);
  const numbers = Array.from({ length: 100_000 }, () => random.normal());
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const variance = numbers.reduce((sum, each) => sum + each ** 2, 0) / numbers.length;
  expect(Math.abs(mean)).toBeLessThan(0.015);
  expect(Math.abs(variance - 1)).toBeLessThan(0.02);
});

test('a shuffle keeps every item once and leaves its input alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
      const copy = [...items];
      const result = shuffled(items, randomAt(seed));
      expect(items).toEqual(copy);
      expect([...result].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
    }),
  );
});

test('an upper bound has to be a positive integer', () => {
  expect(() => randomAt(1).integer(0)).toThrow(/positive integer was expected as the upper bound; found 0/);
});
