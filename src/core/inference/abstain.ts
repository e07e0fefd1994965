import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';

/** What is said of one face. */
export interface Verdict {
  /** Null means "not sure". */
  readonly emotion: Emotion | null;
  /** Probability of the likeliest emotion, named or not. */
  readonly confidence: number;
}

/**
 * Names the likeliest emotion, or nothing when its probability is below the threshold that was chosen on val.
 *
 * @param probabilities In the order of EMOTIONS. The earlier of two equal ones counts as likelier.
 */
export function abstain(probabilities: readonly number[], threshold: number): Verdict {
  const confidence = Math.max(...probabilities);
  const emotion = EMOTIONS[probabilities.indexOf(confidence)];
  if (probabilities.length !== EMOTIONS.length || !emotion) {
    throw new RangeError(`${EMOTIONS.length} probabilities were expected; found ${probabilities.join(', ')}`);
  }
  return { emotion: confidence >= threshold ? emotion : null, confidence };
}
