import { accuracy } from '../evaluation/accuracy.ts';
import { balancedAccuracy } from '../evaluation/balanced-accuracy.ts';
import { type Confusion, confusionOf } from '../evaluation/confusion.ts';

/** What two schemes can be compared by: figures of who was named what. */
export const MEASURES = {
  'balanced-accuracy': { words: 'balanced accuracy', of: balancedAccuracy },
  accuracy: { words: 'accuracy', of: accuracy },
} as const satisfies Record<string, { words: string; of: (confusion: Confusion) => number | null }>;

export type Measure = keyof typeof MEASURES;

/**
 * @param weights How often each image counts; once each when left out.
 * @returns 0 to 1.
 * @throws RangeError if no image counts.
 */
export function measure(
  name: Measure,
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classCount: number,
  weights?: ArrayLike<number>,
): number {
  const value = MEASURES[name].of(confusionOf(truth, predicted, classCount, weights));
  if (value === null) throw new RangeError('at least one image that counts was expected; found none');
  return value;
}
