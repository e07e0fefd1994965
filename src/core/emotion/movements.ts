/**
 * How a face moves, as its landmarks give it: measured quantities, and no word of what they mean. Lengths are shares of the
 * distance between the eyes' centres, so that they do not change with the distance to the camera.
 */
export interface Movements {
  /** The nod: degrees, 0 is level, positive when the face looks down. */
  readonly pitchDeg: number;
  /** The lean to a side: degrees, 0 is upright, positive when the head's top leans to the right of the picture. */
  readonly rollDeg: number;
  /** Between the lids, mean of both eyes. */
  readonly eyeOpening: number;
  /** Between the lips' inner edges. */
  readonly mouthOpening: number;
  /** Of the brows above the eyes' centres, mean of both. */
  readonly browHeight: number;
}

/** In the order in which they are stored and exported. The turn to a side is the quality's. */
export const MOVEMENTS = [
  'pitchDeg',
  'rollDeg',
  'eyeOpening',
  'mouthOpening',
  'browHeight',
] as const satisfies readonly (keyof Movements)[];

/** In the order in which a reviewer sees them, the turn among them. */
export const MOVEMENT_LANES = ['pitchDeg', 'yawDeg', 'rollDeg', 'eyeOpening', 'mouthOpening', 'browHeight'] as const;

export type MovementLane = (typeof MOVEMENT_LANES)[number];
