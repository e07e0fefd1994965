import { EMOTIONS, type Emotion, NEGATIVE_EMOTIONS } from './emotion.ts';

/** How pleasant a face looks, from -1 (negative emotions only) to 1 (happiness only), with one standard deviation to either side. */
export interface Valence {
  readonly value: number;
  /** value - one standard deviation, at least -1. */
  readonly low: number;
  /** value + one standard deviation, at most 1. */
  readonly high: number;
}

/**
 * The valence that probabilities amount to: happiness counts 1, a negative emotion -1, neutral and surprise 0.
 *
 * The spread is the standard deviation of that score under the probabilities. Given the mean probabilities of many
 * readings it is, by the law of total variance, the doubt within each reading and the change between them together.
 *
 * @param probabilities In the order of EMOTIONS, summing to 1; of one reading, smoothed, or the mean of many.
 */
export function valence(probabilities: ArrayLike<number>): Valence {
  const of = (emotion: Emotion) => probabilities[EMOTIONS.indexOf(emotion)] ?? 0;
  const positive = of('happiness');
  const negative = NEGATIVE_EMOTIONS.reduce((sum, emotion) => sum + of(emotion), 0);
  const value = positive - negative;
  const deviation = Math.sqrt(Math.max(0, positive + negative - value * value));
  return { value, low: Math.max(-1, value - deviation), high: Math.min(1, value + deviation) };
}
