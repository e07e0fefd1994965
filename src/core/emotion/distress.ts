import { EMOTIONS, NEGATIVE_EMOTIONS } from './emotion.ts';

/**
 * Distress, whichever kind: how likely it is that a face shows anger, disgust, fear or sadness. Which of the four it is, a
 * model often cannot tell where it can tell that it is one of them; and that is what staff ask first.
 */

/** What is said of it: "not sure" lies between the two others, where photographs of both kinds are found. */
export const DISTRESS_STATES = ['likely', 'not-seen', 'not-sure'] as const;

export type DistressState = (typeof DISTRESS_STATES)[number];

/** From where on a model says which; chosen on val, 0 < `below` <= `atLeast` < 1. */
export interface DistressLimits {
  /** "Likely" at this sum or above it. */
  readonly atLeast: number;
  /** "Not seen" below this sum. */
  readonly below: number;
}

const COLUMNS = NEGATIVE_EMOTIONS.map((emotion) => EMOTIONS.indexOf(emotion));

/**
 * The summed probability of the negative emotions, 0 to 1.
 *
 * @param probabilities In the order of EMOTIONS, or many such rows after each other; emotions that a model does not know are 0.
 * @param from Where the row begins.
 */
export function distressOf(probabilities: ArrayLike<number>, from = 0): number {
  return COLUMNS.reduce((sum, column) => sum + probabilities[from + column]!, 0);
}

export function distressState(distress: number, { atLeast, below }: DistressLimits): DistressState {
  if (distress >= atLeast) return 'likely';
  return distress < below ? 'not-seen' : 'not-sure';
}
