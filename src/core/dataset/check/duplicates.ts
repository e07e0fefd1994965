import type { Emotion } from '../../emotion/emotion.ts';
import type { ImageRecord } from '../dataset.ts';
import type { NearDuplicate } from '../near-duplicates/near-duplicate.ts';
import { subjectPairs, tieNearDuplicates } from '../near-duplicates/ties.ts';

/** Two images that look like one photograph. */
export interface DuplicateImages {
  readonly paths: readonly [string, string];
  readonly subjects: readonly [string, string];
  /** As labelled. */
  readonly emotions: readonly [Emotion, Emotion];
  readonly correlation: number;
}

export interface DuplicateCheck {
  readonly withinSubjects: readonly DuplicateImages[];
  readonly acrossSubjects: readonly DuplicateImages[];
  /** Subjects that a split keeps together with another because of them. */
  readonly tiedSubjects: number;
  /** Pairs whose two images carry different emotions. */
  readonly differentEmotions: number;
}

type Shown = Pick<ImageRecord, 'subject' | 'path' | 'emotion'>;

/** @param duplicates By row of `shown`. */
export function duplicateCheck(shown: readonly Shown[], duplicates: readonly NearDuplicate[]): DuplicateCheck {
  const pairs = duplicates.map(({ a, b, correlation }): DuplicateImages => {
    const [one, other] = [shown[a]!, shown[b]!];
    const emotions = [one.emotion, other.emotion] as const;
    return { paths: [one.path, other.path], subjects: [one.subject, other.subject], emotions, correlation };
  });
  const isWithin = ({ subjects: [one, other] }: DuplicateImages) => one === other;
  const subjects = { subject: shown.map(({ subject }) => subject) };
  // Without their splits: how many belong together, whatever has been done with them.
  const bare = shown.map(({ subject }) => ({ subject }));
  return {
    withinSubjects: pairs.filter(isWithin),
    acrossSubjects: pairs.filter((pair) => !isWithin(pair)),
    tiedSubjects: tieNearDuplicates(bare, subjectPairs(subjects, duplicates)).tiedSubjects,
    differentEmotions: pairs.filter(({ emotions: [one, other] }) => one !== other).length,
  };
}
