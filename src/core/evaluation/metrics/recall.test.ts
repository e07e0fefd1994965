import { expect, it } from 'vitest';
import { confusionOf } from './confusion.ts';
import { recall } from './recall.ts';

const truth = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 3, 3, 6, 6, 0, 4];
const predicted = [0, 2, 2, 3, 4, 5, 6, 1, 1, 4, 3, 6, 5, 6, 3, 5, 6, 4, 0, 4];

// scikit-learn 1.9.1: recall_score(truth, predicted, average=None)
it('agrees with scikit-learn', () => {
  const confusion = confusionOf(truth, predicted, 7);
  const expected = [2 / 3, 0.5, 0.5, 0.75, 2 / 3, 1, 0.75];
  for (const [each, value] of expected.entries()) expect(recall(confusion, each)).toBeCloseTo(value, 12);
});

it('is null for a class without an image', () => {
  expect(recall(confusionOf([0], [1], 2), 1)).toBeNull();
});
