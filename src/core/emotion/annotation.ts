import { EMOTIONS } from './emotion.ts';

/**
 * What a person says an interval of a session was: one of the seven emotions, or one of the things that a model
 * without a class for it reads as an emotion. It stands beside the machine's reading, never over it.
 */
export const ANNOTATION_LABELS = [
  ...EMOTIONS,
  'crying',
  'pain',
  'asleep',
  'talking',
  'unreadable',
  'not-this-child',
] as const;

export type AnnotationLabel = (typeof ANNOTATION_LABELS)[number];

/** `toMs` is exclusive and later than `fromMs`. */
export interface Annotation {
  readonly fromMs: number;
  readonly toMs: number;
  readonly label: AnnotationLabel;
  /** Free words of the rater, possibly empty. */
  readonly note: string;
}
