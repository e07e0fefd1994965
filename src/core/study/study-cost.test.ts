import { describe, expect, it } from 'vitest';
import { isSurelySmall, timesAsManyToTell } from './needed-to-tell.ts';
import { studyCost } from './study-cost.ts';

const speed = {
  engine: 'wasm',
  threads: 1,
  learners: [{ learner: 'supcon' as const, stepMs: [10, 12, 20], endMs: 500, endMsAnImage: 1, testMsAnImage: 2 }],
};
const plan = {
  learners: ['supcon' as const],
  regimes: ['children' as const, 'mixed' as const],
  sizes: [50, 100],
  seeds: [1, 2, 3],
  budgetSteps: 100,
};

describe('studyCost', () => {
  it('is every cell with its steps and its end, by the usual, the fastest and the slowest step', () => {
    const end = 500 + 200 * 1 + 30 * 2;
    expect(studyCost(plan, speed, { train: 200, test: 30 })).toEqual({
      cells: 12,
      usualMs: 12 * (1200 + end),
      lowMs: 12 * (1000 + end),
      highMs: 12 * (2000 + end),
    });
  });

  it('is not known for a learner that was not measured', () => {
    expect(studyCost({ ...plan, learners: ['simclr'] }, speed, { train: 1, test: 1 })).toBeNull();
  });
});

describe('timesAsManyToTell', () => {
  it('grows with the square of an interval that is too wide for 3 points, and is none for one that is not', () => {
    expect(timesAsManyToTell({ low: -0.06, high: 0.06 })).toBeCloseTo(4, 9);
    expect(timesAsManyToTell({ low: -0.01, high: 0.04 })).toBeNull();
  });
});

describe('isSurelySmall', () => {
  it('is what an interval within 3 points says, and not a narrow one that reaches further', () => {
    expect(isSurelySmall({ low: -0.03, high: 0.01 })).toBe(true);
    expect(isSurelySmall({ low: -0.01, high: 0.05 })).toBe(false);
  });
});
