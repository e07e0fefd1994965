import { expect, it } from 'vitest';
import { balancedAccuracy } from './balanced-accuracy.ts';
import { confusionOf } from './confusion.ts';

const truth = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 3, 3, 6, 6, 0, 4];
const predicted = [0, 2, 2, 3, 4, 5, 6, 1, 1, 4, 3, 6, 5, 6, 3, 5, 6, 4, 0, 4];

// scikit-learn 1.9.1: balanced_accuracy_score(truth, predicted)
it('agrees with scikit-learn', () => {
  expect(balancedAccuracy(confusionOf(truth, predicted, 7))).toBeCloseTo(0.6904761904761905, 12);
});

it('leaves out a class without images', () => {
  // Recalls 1/2 and 1; the third class is never shown.
  expect(balancedAccuracy(confusionOf([0, 0, 1], [0, 2, 1], 3))).toBeCloseTo(0.75, 12);
});

it('is chance for a model that always names one class, however frequent that class is', () => {
  expect(balancedAccuracy(confusionOf([0, 0, 0, 0, 0, 1, 2], [0, 0, 0, 0, 0, 0, 0], 3))).toBeCloseTo(1 / 3, 12);
});

it('is null without images', () => {
  expect(balancedAccuracy(confusionOf([], [], 3))).toBeNull();
});
