import type { Box } from './box.ts';
import type { Emotion } from './emotion.ts';

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
}

/** What can be said of a crop without knowing what it shows. */
export interface Quality {
  /** Mean grey level of the crop, 0 (black) to 1 (white). */
  readonly brightness: number;
  /** Variance of the crop's Laplacian, >= 0; small means blurred. */
  readonly sharpness: number;
  /** Distance between the eyes' centres, in camera pixels. */
  readonly eyeDistancePx: number;
  /** Head turned to a side, in degrees, estimated from landmarks; 0 is frontal. */
  readonly yawDeg: number;
}

/** Why there is no reading. */
export const GAP_REASONS = [
  'no-face',
  'not-enrolled',
  'unsure-who',
  'too-far',
  'covered',
  'turned-away',
  'too-dark',
  'too-bright',
  'blurred',
  'paused',
  'camera-lost',
  'interrupted',
] as const;

export type GapReason = (typeof GAP_REASONS)[number];

/** Time without a usable sample. `toMs` is exclusive. */
export interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason: GapReason;
}

/** What staff can mark on the timeline. */
export const MARKER_KINDS = [
  'needle',
  'medication',
  'play',
  'parent-leaves',
  'parent-returns',
  'pain',
  'note',
] as const;

export type MarkerKind = (typeof MARKER_KINDS)[number];

/** A staff event on the timeline. */
export interface Marker {
  readonly atMs: number;
  readonly kind: MarkerKind;
  /** Free words of the staff, possibly empty. */
  readonly text: string;
}
