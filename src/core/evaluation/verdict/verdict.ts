import type { Comparison, Evaluation, Figure } from '../evaluation-schema.ts';
import { trivialClassifiers } from '../trivial-classifiers.ts';
import { childrenNeeded } from './children-needed.ts';

/** Below it even a large difference cannot be told from chance. */
export const FEWEST_CHILDREN = 10;

/** The difference in balanced accuracy that a sentence asks the number of children for. */
export const WORTH_SHOWING = 0.03;

/** What a comparison comes to, before it is put into words. */
export type Verdict =
  | { readonly kind: 'too-few'; readonly subjects: number }
  /** By how much, as a difference that is above 0 either way. */
  | { readonly kind: 'better' | 'worse'; readonly by: Figure }
  | {
      readonly kind: 'undecided';
      readonly difference: Figure;
      /** Children that `WORTH_SHOWING` would need, in all; null where the comparison does not say how far they differ. */
      readonly needed: Figure | null;
    };

/** The part of a comparison, or of an age band of it, that a verdict is given on. */
export type Judged = Pick<Comparison, 'subjects' | 'balancedAccuracyDifference' | 'subjectSpread'>;

/** Whether a candidate is better than the reference, worse, or neither can be shown. */
export function verdictOf({ subjects, balancedAccuracyDifference: difference, subjectSpread }: Judged): Verdict {
  if (subjects < FEWEST_CHILDREN) return { kind: 'too-few', subjects };
  const { value, low, high } = difference;
  if (low > 0) return { kind: 'better', by: difference };
  if (high < 0) return { kind: 'worse', by: { value: -value, low: -high, high: -low } };
  return {
    kind: 'undecided',
    difference,
    // Where no two children differ, the spread says that nothing was seen, not that one child would do.
    needed: subjectSpread && subjectSpread.value > 0 ? childrenNeeded(subjectSpread, WORTH_SHOWING) : null,
  };
}

/** What is reached without looking at the images, by the better of the two trivial classifiers, and whether more was shown. */
export function againstTrivial(test: Evaluation): { readonly trivial: number; readonly isAbove: boolean } {
  const trivial = Math.max(...trivialClassifiers(test).map(({ balancedAccuracy }) => balancedAccuracy));
  return { trivial, isAbove: test.balancedAccuracy.low > trivial };
}
