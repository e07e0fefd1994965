import { expect, test } from 'vitest';
import { type LearningRateOptions, learningRateAt } from './learning-rate.ts';

const STEPS = 200;
const OPTIONS: LearningRateOptions = {
  learningRate: 0.8,
  warmUpSteps: 10,
  schedule: 'cosine',
  dropShares: [0.5, 0.75],
};

const curve = (options: Partial<LearningRateOptions>) =>
  Array.from({ length: STEPS }, (_, step) => learningRateAt(step, STEPS, { ...OPTIONS, ...options }));

test('warms up in a line to the highest rate, in a tenth of the run at most', () => {
  const found = curve({});
  expect(found[0]).toBeCloseTo(0.08, 9);
  expect(found[4]).toBeCloseTo(0.4, 9);
  expect(found[10]).toBeCloseTo(0.8, 9);
  expect(curve({ warmUpSteps: 1000 })[20]).toBeCloseTo(0.8, 9);
});

test('the cosine is at its half in the middle and falls all the way', () => {
  const found = curve({ warmUpSteps: 0 });
  expect(found[100]).toBeCloseTo(0.4, 9);
  expect(found.every((rate, i) => i === 0 || rate < found[i - 1]!)).toBe(true);
  expect(found.at(-1)).toBeLessThan(1e-4);
});

test('steps drop to a tenth, and to a tenth of that', () => {
  const found = curve({ schedule: 'step' });
  expect([found[99], found[100], found[149], found[150]].map((rate) => rate!.toFixed(4))).toEqual([
    ...['0.8000', '0.0800', '0.0800', '0.0080'],
  ]);
});
