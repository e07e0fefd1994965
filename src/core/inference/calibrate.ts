import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';

/**
 * Calibrated probabilities of one face: softmax of the logits divided by the temperature that was fitted on val.
 *
 * Source: Guo et al. 2017, arXiv:1706.04599, section 4.2.
 *
 * @param logits One per class.
 * @param classes Which emotion each logit stands for.
 * @param temperature > 0.
 * @returns Seven probabilities in the order of EMOTIONS that sum to 1; 0 for an emotion that the model does not know.
 * @throws RangeError if a logit is not finite: a reading must never be made of a broken net.
 */
export function calibrate(logits: ArrayLike<number>, classes: readonly Emotion[], temperature: number): number[] {
  if (!(temperature > 0)) throw new RangeError(`a temperature > 0 was expected; found ${temperature}`);
  const scaled = Array.from(logits, (logit) => logit / temperature);
  if (scaled.length !== classes.length || !scaled.every(Number.isFinite)) {
    throw new RangeError(`${classes.length} finite logits were expected; found ${Array.from(logits).join(', ')}`);
  }
  // The largest is taken off first: exp() cannot overflow, and the result is the same.
  const largest = Math.max(...scaled);
  const weights = scaled.map((value) => Math.exp(value - largest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return EMOTIONS.map((emotion) => (weights[classes.indexOf(emotion)] ?? 0) / sum);
}
