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
  'picture-still',
  'few-pictures',
  'too-busy',
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
