import { median } from 'simple-statistics';
import { AGE_BANDS, ageBand } from '../../emotion/age.ts';
import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';
import type { ImageRecord } from '../dataset.ts';
import type { Group } from '../faces/face-set.ts';

export interface AgeBandCounts {
  readonly group: Group;
  /** "age unknown" where the dataset tells none. */
  readonly band: string;
  readonly subjects: number;
  readonly images: Readonly<Record<Emotion, number>>;
}

/** Of the children where there are any, else of the adults. */
export interface ImagesPerSubject {
  readonly least: number;
  readonly median: number;
  readonly most: number;
  /** Who has the most. */
  readonly mostSubject: string;
}

type Counted = Pick<ImageRecord, 'subject' | 'group' | 'emotion' | 'ageYears'>;

const AGE_UNKNOWN = 'age unknown';

export function groupCounts(records: readonly Counted[]): Record<Group, Record<Emotion, number>> {
  const of = (group: Group) => emotionCounts(records.filter((each) => each.group === group));
  return { child: of('child'), adult: of('adult') };
}

/** Bands that have an image, children before adults, the youngest first. */
export function ageBandCounts(records: readonly Counted[]): AgeBandCounts[] {
  const bands = [...AGE_BANDS.map(({ name }) => name), AGE_UNKNOWN];
  const bandOf = ({ ageYears }: Counted) => (ageYears === null ? AGE_UNKNOWN : ageBand(ageYears));
  return (['child', 'adult'] as const).flatMap((group) =>
    bands.flatMap((band) => {
      const within = records.filter((each) => each.group === group && bandOf(each) === band);
      if (within.length === 0) return [];
      return [
        { group, band, subjects: new Set(within.map(({ subject }) => subject)).size, images: emotionCounts(within) },
      ];
    }),
  );
}

/** @returns Null without images. */
export function imagesPerSubject(records: readonly Counted[]): ImagesPerSubject | null {
  const children = records.filter(({ group }) => group === 'child');
  const counts = new Map<string, number>();
  for (const { subject } of children.length > 0 ? children : records)
    counts.set(subject, (counts.get(subject) ?? 0) + 1);
  if (counts.size === 0) return null;
  const ordered = [...counts].sort(([, a], [, b]) => a - b);
  const [mostSubject, most] = ordered.at(-1)!;
  return { least: ordered[0]![1], median: median(ordered.map(([, count]) => count)), most, mostSubject };
}

export function emotionCounts(records: readonly Pick<ImageRecord, 'emotion'>[]): Record<Emotion, number> {
  const counts = EMOTIONS.map((emotion) => [emotion, records.filter((each) => each.emotion === emotion).length]);
  return Object.fromEntries(counts) as Record<Emotion, number>;
}
