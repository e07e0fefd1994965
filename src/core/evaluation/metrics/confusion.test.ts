import { describe, expect, it } from 'vitest';
import { columnTotal, confusionOf, hits, rowTotal } from './confusion.ts';

describe('confusionOf', () => {
  const truth = [0, 0, 1, 2, 2, 2];
  const predicted = [0, 1, 1, 2, 0, 2];

  it('counts truth in rows and prediction in columns', () => {
    const confusion = confusionOf(truth, predicted, 3);
    expect([...confusion.counts]).toEqual([1, 1, 0, 0, 1, 0, 1, 0, 2]);
    expect([rowTotal(confusion, 2), columnTotal(confusion, 0), hits(confusion, 2)]).toEqual([3, 2, 2]);
  });

  it('counts an image as often as its weight says', () => {
    const weights = [2, 0, 1, 3, 1, 0];
    const repeated = weights.flatMap((weight, i) => Array<number>(weight).fill(i));
    expect(confusionOf(truth, predicted, 3, weights)).toEqual(
      confusionOf(
        repeated.map((i) => truth[i]!),
        repeated.map((i) => predicted[i]!),
        3,
      ),
    );
  });

  it('refuses columns of different length', () => {
    expect(() => confusionOf(truth, [0], 3)).toThrow(/6 truths, 1 predictions/);
    expect(() => confusionOf(truth, predicted, 3, [1])).toThrow(RangeError);
  });
});
