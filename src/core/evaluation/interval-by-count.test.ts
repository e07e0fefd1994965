import { describe, expect, it } from 'vitest';
import { differenceByCount, shareByCount, subjectsOfMean } from './interval-by-count.ts';

describe('shareByCount', () => {
  // scipy 1.17.1: scipy.stats.binomtest(x, n).proportion_ci(method="wilson")
  it.each([
    [4, 4, 0.5101091635454027, 1],
    [0, 4, 0, 0.4898908364545973],
    [81, 263, 0.2552885198782742, 0.36620957698280004],
    [20, 20, 0.8388748419471808, 1],
  ])('gives Wilson’s interval of %i of %i', (right, subjects, low, high) => {
    const [from, to] = shareByCount(right / subjects, subjects);
    expect(from).toBeCloseTo(low, 8);
    expect(to).toBeCloseTo(high, 8);
  });
});

describe('differenceByCount', () => {
  it('is as wide as so many subjects leave open, and wider for fewer', () => {
    // z^2 / (n + z^2): Newcombe's method 10 where both are right on all n.
    const [low, high] = differenceByCount(0, 4);
    expect(low).toBeCloseTo(-0.4898908364545973, 8);
    expect(high).toBeCloseTo(0.4898908364545973, 8);
    expect(differenceByCount(0, 20)[1]).toBeCloseTo(0.1611251580528194, 8);
  });

  it('stays within what a difference can be', () => {
    expect(differenceByCount(1, 4)[1]).toBe(1);
    expect(differenceByCount(-1, 4)[0]).toBe(-1);
    expect(differenceByCount(1, 4)[0]).toBeCloseTo(1 - 2 * 0.4898908364545973, 8);
  });
});

describe('subjectsOfMean', () => {
  it('is the number of subjects where each shows every class', () => {
    expect(subjectsOfMean([4, 4, 4], 4)).toBe(4);
  });

  it('is small where one class stands on few, and leaves out a class nobody shows', () => {
    expect(subjectsOfMean([1, 300, 0], 301)).toBeCloseTo(4 / (1 + 1 / 300), 9);
  });
});
