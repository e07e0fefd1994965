import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';

/**
 * A reading compared with the child's own face at rest.
 *
 * A face at rest is not read as neutral alone: drooping brows read as some sadness, a wide mouth as some happiness. The
 * mean reading of some seconds of rest, the personal baseline, says how much of a reading is the face and not a
 * feeling. A baseline belongs to one model: another model reads the same face in another way. It is shown beside the
 * plain reading and never changes it; what it is worth was measured: docs/baseline.md.
 */

export interface EmotionChange {
  readonly emotion: Emotion;
  /** Probability of the reading less that at rest, -1 to 1. */
  readonly change: number;
}

/**
 * How much more or less each emotion is read than in the child's face at rest.
 *
 * @param probabilities A calibrated reading in the order of EMOTIONS, or a smoothed one; sums to 1.
 * @param baseline The child's mean reading at rest by the same model, in the same order; sums to 1.
 * @returns In the order of EMOTIONS; the changes sum to 0.
 * @throws RangeError if either is not one probability per emotion.
 */
export function changeFromBaseline(probabilities: ArrayLike<number>, baseline: ArrayLike<number>): EmotionChange[] {
  assertProbabilities('a reading', probabilities);
  assertProbabilities('a baseline', baseline);
  return EMOTIONS.map((emotion, i) => ({ emotion, change: probabilities[i]! - baseline[i]! }));
}

/**
 * Below this change nothing is said: another look at a face at rest changes by less in 14 of 15 children of the
 * validation set, where it was chosen.
 */
export const CLEAR_CHANGE = 0.3;

/**
 * The change that is worth saying: the emotion that gained most. Neutral is not said by itself, since less neutral is
 * more of something else, and more neutral is a face nearer to rest.
 *
 * @returns Null when no emotion but neutral gained at least {@link CLEAR_CHANGE}.
 */
export function clearestGain(changes: readonly EmotionChange[]): EmotionChange | null {
  const felt = changes.filter(({ emotion }) => emotion !== 'neutral');
  const most = felt.reduce((best, each) => (each.change > best.change ? each : best));
  return most.change >= CLEAR_CHANGE ? most : null;
}

function assertProbabilities(what: string, values: ArrayLike<number>): void {
  const all = Array.from(values);
  const sum = all.reduce((total, value) => total + value, 0);
  if (all.length === EMOTIONS.length && all.every((value) => value >= 0) && Math.abs(sum - 1) < 1e-3) return;
  throw new RangeError(
    `${what} of ${EMOTIONS.length} probabilities that sum to 1 was expected; found ${all.join(', ')}`,
  );
}
