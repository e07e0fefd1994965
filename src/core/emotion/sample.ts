import type { Box } from './box.ts';
import type { Emotion } from './emotion.ts';
import type { Movements } from './movements.ts';
import type { Quality } from './quality.ts';

/** One reading of the enrolled child's face. */
export interface Sample {
  /** Milliseconds since the session began. */
  readonly atMs: number;
  /** Calibrated probabilities in the order of EMOTIONS; they sum to 1. A model with fewer classes gives 0 to the others. */
  readonly probabilities: readonly number[];
  /** The likeliest emotion, or null when its probability is below the model's threshold: "not sure". */
  readonly emotion: Emotion | null;
  /** The child's face in the camera's pixels. */
  readonly box: Box;
  /** Brightness, sharpness and pose of the crop that was read. */
  readonly quality: Quality;
  /** How the face moves; absent in samples of versions that did not measure it. */
  readonly movements?: Movements | undefined;
}
