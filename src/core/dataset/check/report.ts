import type { Emotion } from '../../emotion/emotion.ts';
import type { DatasetProblem, DatasetRemark } from '../dataset.ts';
import type { Group } from '../faces/face-set.ts';
import type { AgeBandCounts, ImagesPerSubject } from './counts.ts';
import type { DuplicateCheck } from './duplicates.ts';
import type { AnnotatorAgreement, ColumnAgreement } from './labels.ts';
import type { GivenSplit } from './split.ts';

/** One thing that matters, in plain words. */
export interface Finding {
  /** `error`: training on the dataset as it is would be wrong. `warning`: its figures would say little. */
  readonly kind: 'error' | 'warning' | 'note';
  readonly text: string;
}

/** What a dataset holds. Plain data. */
export interface DatasetCounts {
  readonly names: readonly string[];
  /** The folders, absolute, in the same order. */
  readonly dirs: readonly string[];
  /** Images that training can use. All other counts are of these. */
  readonly images: number;
  readonly subjects: Readonly<Record<Group, number>>;
  /** False: each file counts as a subject of its own. */
  readonly subjectsKnown: boolean;
  readonly imagesPerSubject: ImagesPerSubject | null;
  readonly byGroup: Readonly<Record<Group, Readonly<Record<Emotion, number>>>>;
  readonly byAgeBand: readonly AgeBandCounts[];
  readonly columns: ColumnAgreement | null;
  readonly annotators: AnnotatorAgreement | null;
  readonly duplicates: DuplicateCheck;
  /** Null when the dataset brings no split. */
  readonly split: GivenSplit | null;
  readonly unusable: readonly DatasetProblem[];
  readonly remarks: readonly DatasetRemark[];
}

/** What a dataset holds and what of it matters for training. */
export interface DatasetCheck extends DatasetCounts {
  /** The worst first. */
  readonly findings: readonly Finding[];
}
