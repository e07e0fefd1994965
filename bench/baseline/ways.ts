import { EMOTIONS } from '../../src/core/emotion/emotion.ts';
import type { ReadFace } from './read-face.ts';
import { recalibrate } from './recalibrate.ts';

/** A way to use a baseline: what is made of a reading, one value an emotion; the largest is the emotion named. */
export interface Way {
  readonly name: string;
  read(probabilities: readonly number[], baseline: readonly number[]): readonly number[];
}

export const STRENGTHS = [0.25, 0.5, 0.75, 1] as const;

/** @param others Children whose mean reading at rest is the reference: none of those that are measured on test. */
export function ways(others: readonly ReadFace[]): Way[] {
  const rests = others.filter(({ emotion }) => emotion === 'neutral');
  const reference = EMOTIONS.map((_, i) => rests.reduce((sum, each) => sum + each.probabilities[i]!, 0) / rests.length);
  return [
    { name: 'plain reading', read: (probabilities) => probabilities },
    {
      name: 'difference to rest',
      // The mean rest is added so that no change at all reads as an average child at rest, not as nothing.
      read: (probabilities, baseline) => probabilities.map((value, i) => value - baseline[i]! + reference[i]!),
    },
    ...STRENGTHS.map((strength) => ({
      name: `re-calibrated, strength ${strength}`,
      read: (probabilities: readonly number[], baseline: readonly number[]) =>
        recalibrate(probabilities, { baseline, reference, strength }),
    })),
  ];
}
