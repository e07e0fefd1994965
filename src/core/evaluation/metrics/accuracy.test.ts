import { expect, it } from 'vitest';
import { accuracy } from './accuracy.ts';
import { confusionOf } from './confusion.ts';

const truth = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 3, 3, 6, 6, 0, 4];
const predicted = [0, 2, 2, 3, 4, 5, 6, 1, 1, 4, 3, 6, 5, 6, 3, 5, 6, 4, 0, 4];

// scikit-learn 1.9.1: accuracy_score(truth, predicted)
it('agrees with scikit-learn', () => {
  expect(accuracy(confusionOf(truth, predicted, 7))).toBeCloseTo(0.7, 12);
});

it('is null without images', () => {
  expect(accuracy(confusionOf([], [], 7))).toBeNull();
});
