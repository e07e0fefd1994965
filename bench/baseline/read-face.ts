import type { Emotion } from '../../src/core/emotion/emotion.ts';

/** One image of a child, as rendered and as read. */
export interface ReadFace {
  /** Relative to the dataset's folder; images are compared in the order of their paths. */
  readonly path: string;
  readonly subject: string;
  /** What was rendered. */
  readonly emotion: Emotion;
  /** Calibrated, in the order of EMOTIONS. */
  readonly probabilities: readonly number[];
}
