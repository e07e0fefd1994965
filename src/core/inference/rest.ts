import { EMOTIONS } from '../emotion/emotion.ts';
import { changeFromBaseline, clearestGain } from './personal-baseline.ts';

/**
 * Whether a child was at rest in a stretch, as far as its readings can tell.
 *
 * A face at rest need not be read as neutral: that is what a baseline is for. But it is read as much the same all the
 * while, and not surely as a feeling. A laughing child, or one that laughs and cries, would make every later feeling of
 * that kind look usual.
 */

/** More of the readings than this differ clearly from their mean: the face did not stay as it was. */
const MOST_RESTLESS = 0.2;

/** A feeling that is read with this mean probability is taken for one, and not for the shape of the face. */
const SURELY_FELT = 0.8;

/**
 * @param probabilities Calibrated readings of the stretch, row-major [count, 7], in the order of EMOTIONS.
 * @param mean Their mean, [7].
 */
export function isRest(probabilities: Float32Array, mean: readonly number[]): boolean {
  const felt = mean.filter((_, index) => EMOTIONS[index] !== 'neutral');
  if (Math.max(...felt) >= SURELY_FELT) return false;
  const count = probabilities.length / EMOTIONS.length;
  let restless = 0;
  for (let row = 0; row < count; row++) {
    const reading = probabilities.subarray(row * EMOTIONS.length, (row + 1) * EMOTIONS.length);
    if (clearestGain(changeFromBaseline(reading, mean))) restless += 1;
  }
  return restless <= MOST_RESTLESS * count;
}
