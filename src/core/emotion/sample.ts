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
  /** Variance of the crop's second differences in the direction that has less of it, >= 0; small means blurred. */
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

/** What staff can mark on the timeline; `custom` is a kind that the site has named itself, its name is the marker's text. */
export const MARKER_KINDS = [
  'needle',
  'medication',
  'play',
  'parent-leaves',
  'parent-returns',
  'pain',
  'note',
  'custom',
] as const;

export type MarkerKind = (typeof MARKER_KINDS)[number];

/** A staff event on the timeline: a point, or an interval once `toMs` is known. */
export interface Marker {
  readonly atMs: number;
  /** End of an interval, >= atMs; null for a point, and for an interval that goes on. */
  readonly toMs: number | null;
  readonly kind: MarkerKind;
  /** Free words of the staff, possibly empty; the site's own name for a `custom` one. */
  readonly text: string;
}

/** One of the buttons and keys that staff mark with, as the site has set them. */
export interface MarkerButton {
  readonly kind: MarkerKind;
  /** Name of a `custom` kind; empty for the others, whose words are in the catalogue. */
  readonly name: string;
  /** One character: the key on the keyboard. */
  readonly hotkey: string;
  /** Pressed once it begins, pressed again it ends. */
  readonly isInterval: boolean;
}

export const STANDARD_MARKER_BUTTONS: readonly MarkerButton[] = [
  { kind: 'needle', name: '', hotkey: '1', isInterval: false },
  { kind: 'medication', name: '', hotkey: '2', isInterval: false },
  { kind: 'play', name: '', hotkey: '3', isInterval: true },
  { kind: 'parent-leaves', name: '', hotkey: '4', isInterval: false },
  { kind: 'parent-returns', name: '', hotkey: '5', isInterval: false },
  { kind: 'pain', name: '', hotkey: '6', isInterval: true },
  { kind: 'note', name: '', hotkey: '7', isInterval: false },
];
