import type { Emotion } from '../../emotion/emotion.ts';
import type { ImageRecord } from '../dataset.ts';
import type { NearDuplicate } from '../near-duplicates/near-duplicate.ts';
import { emotionCounts } from './counts.ts';

/** The division into training, validation and test that a dataset brings. */
export interface GivenSplit {
  /** By split, in alphabetical order. */
  readonly images: Readonly<Record<string, number>>;
  /** Child images of its test, by emotion. */
  readonly childTest: Readonly<Record<Emotion, number>>;
  /** Subjects with images in more than one split. */
  readonly leakingSubjects: readonly string[];
  /** Pairs of one photograph in two splits, by path. */
  readonly leakingImages: readonly (readonly [string, string])[];
}

/**
 * @param duplicates By row of `shown`.
 * @returns Null when no record belongs to a split.
 */
export function givenSplit(shown: readonly ImageRecord[], duplicates: readonly NearDuplicate[]): GivenSplit | null {
  const splitsOf = new Map<string, Set<string>>();
  const images: Record<string, number> = {};
  for (const { subject, split } of shown) {
    if (!split) continue;
    splitsOf.set(subject, (splitsOf.get(subject) ?? new Set()).add(split));
    images[split] = (images[split] ?? 0) + 1;
  }
  if (splitsOf.size === 0) return null;
  const apart = duplicates.filter(({ a, b }) => {
    const [one, other] = [shown[a]!.split, shown[b]!.split];
    return one && other && one !== other;
  });
  return {
    images,
    childTest: emotionCounts(shown.filter(({ group, split }) => group === 'child' && split === 'test')),
    leakingSubjects: [...splitsOf].filter(([, splits]) => splits.size > 1).map(([subject]) => subject),
    leakingImages: apart.map(({ a, b }) => [shown[a]!.path, shown[b]!.path]),
  };
}
