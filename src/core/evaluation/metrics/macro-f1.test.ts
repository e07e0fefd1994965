import { expect, it } from 'vitest';
import { confusionOf } from './confusion.ts';
import { macroF1 } from './macro-f1.ts';

const truth = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 3, 3, 6, 6, 0, 4];
const predicted = [0, 2, 2, 3, 4, 5, 6, 1, 1, 4, 3, 6, 5, 6, 3, 5, 6, 4, 0, 4];

// scikit-learn 1.9.1: f1_score(truth, predicted, average="macro")
it('agrees with scikit-learn', () => {
  expect(macroF1(confusionOf(truth, predicted, 7))).toBeCloseTo(0.6826530612244898, 12);
});

it('leaves out a class that was neither shown nor named, and counts one named in error as 0', () => {
  expect(macroF1(confusionOf([0, 0], [0, 0], 3))).toBe(1);
  // Class 0: 2 * 1 / (2 + 1); class 1: named once, never shown.
  expect(macroF1(confusionOf([0, 0], [0, 1], 3))).toBeCloseTo((2 / 3 + 0) / 2, 12);
});

it('is null without images', () => {
  expect(macroF1(confusionOf([], [], 3))).toBeNull();
});
