import type { AgeBandName } from '../../../emotion/age.ts';
import { EMOTIONS, type Emotion } from '../../../emotion/emotion.ts';

/** What a person may say that an image shows: one of the seven emotions, or why it shows none. */
export const IMAGE_LABELS = [...EMOTIONS, 'no-face', 'not-usable'] as const;

export type ImageLabel = (typeof IMAGE_LABELS)[number];

export const IMAGE_STATES = ['waiting', 'face', 'no-face', 'broken'] as const;

export type ImageState = (typeof IMAGE_STATES)[number];

export const IMAGE_SPLITS = ['train', 'val', 'test'] as const;

export type ImageSplit = (typeof IMAGE_SPLITS)[number];

/** What can be wrong with the picture of a face that was found. */
export const IMAGE_QUALITIES = ['small', 'blurred', 'dark', 'bright'] as const;

export type ImageQuality = (typeof IMAGE_QUALITIES)[number];

/**
 * Who has said something of an image, as one person sees it. second-look: somebody else has, and this person has not;
 * agree, differ: two people or more have, and said the same, or not.
 */
export const LABEL_STATES = ['nobody', 'second-look', 'mine', 'agree', 'differ'] as const;

export type LabelState = (typeof LABEL_STATES)[number];

/**
 * What a training makes of an image. `trained`: a run may train on it, or choose and test by it, as it divides its subjects;
 * `test`: its dataset keeps it for testing. All others are left out, each for its own reason.
 */
export const IMAGE_USES = [
  'trained',
  'test',
  'waiting',
  'broken',
  'no-face',
  'no-consent',
  'consent-ended',
  'not-enrolled',
  'dataset-no-consent',
  'set-aside',
  'no-group',
  'labelled-no-face',
  'labelled-not-usable',
  'disputed',
  'no-label',
] as const;

export type ImageUseName = (typeof IMAGE_USES)[number];

/**
 * A use as one person may see it. `second-look`: others' labels decide, and this person sees them only after a label of
 * their own, so that two people's labels are two opinions. That people differ says nothing of what they said.
 */
export const WALL_USES = [...IMAGE_USES, 'second-look'] as const;

export type WallUse = (typeof WALL_USES)[number];

/** In which order images stand: as the dataset has them, or by how likely the model finds what it says of them. */
export const WALL_ORDERS = ['dataset', 'surest', 'least-sure'] as const;

export type WallOrder = (typeof WALL_ORDERS)[number];

/** Images that a run was judged on, by what its own model said of them. */
export interface RunPart {
  readonly runId: string;
  readonly split?: ImageSplit;
  /** By what it was judged. */
  readonly truth?: Emotion;
  readonly said?: Emotion;
  /** Only those that it read right, or wrong. */
  readonly right?: boolean;
  /** Probability of what it said: above this, from 0 to 1, as the bins of a calibration are. */
  readonly sureFrom?: number;
  /** And up to this. */
  readonly sureTo?: number;
}

/** Which images are meant. What is left out does not matter; each part that is there narrows the choice. */
export interface WallFilter {
  readonly datasetId?: string;
  readonly group?: 'child' | 'adult' | 'unknown';
  /** As the dataset says. */
  readonly emotion?: Emotion | 'none';
  readonly ageBand?: AgeBandName | 'unknown';
  readonly subject?: string;
  /** As the dataset itself divides its images. */
  readonly split?: ImageSplit | 'none';
  readonly state?: ImageState;
  readonly quality?: ImageQuality;
  /** The model in use names another emotion than the dataset, and is not unsure. */
  readonly disagrees?: boolean;
  readonly labels?: LabelState;
  /** What a training makes of them, as this person may see it. */
  readonly use?: WallUse;
  readonly run?: RunPart;
  /** Only these images. */
  readonly keys?: Uint32Array<ArrayBuffer>;
}

/** The model in use, by which images are sorted. */
export interface WallModel {
  readonly digest: string;
  /** Below it the model is not sure. */
  readonly threshold: number;
}
