import { PROBABILITIES, type SampleColumns } from './sample-columns.ts';

/**
 * Exponential smoothing of probabilities that come at uneven times.
 *
 * A reading from one frame trembles; an expression lasts. Each smoothed value is a mean of the readings up to then,
 * whose weight falls by a factor of e with every time constant of age. It is only for looking at: the readings
 * themselves are what is stored, counted and exported.
 *
 * Source: Eckner 2019, "Algorithms for Unevenly Spaced Time Series: Moving Averages and Other Rolling Operators",
 * EMA_next: y(t) = e^(-dt/tau) y(t - dt) + (1 - e^(-dt/tau)) x(t).
 * Differs: after a hole longer than `maxGapMs` it starts anew, as nothing is known of the time between.
 */

export interface SmoothOptions {
  /** tau, > 0. After a sudden change the curve has gone 63 % of the way in this time. */
  readonly timeConstantMs: number;
  /** Longest time without a reading that is smoothed over. */
  readonly maxGapMs: number;
}

export const SMOOTHING: SmoothOptions = { timeConstantMs: 600, maxGapMs: 1000 };

/** Where the smoothing stands. */
export interface Smoothed {
  readonly atMs: number;
  readonly probabilities: readonly number[];
}

/**
 * One step, for a live curve.
 *
 * @param before What the last step gave; null at the beginning.
 * @param reading Must not be earlier than `before`. Probabilities that sum to 1 stay so.
 * @throws RangeError if it is earlier, or the time constant is not > 0.
 */
export function smoothNext(before: Smoothed | null, reading: Smoothed, options: SmoothOptions = SMOOTHING): Smoothed {
  const keep = before ? weightOfPast(reading.atMs - before.atMs, options) : 0;
  if (!before || keep === 0) return { atMs: reading.atMs, probabilities: [...reading.probabilities] };
  return {
    atMs: reading.atMs,
    probabilities: reading.probabilities.map((value, index) => value + keep * (before.probabilities[index]! - value)),
  };
}

/**
 * The smoothed curve of a whole session; the readings stay as they are.
 *
 * @returns Row-major [count, 7], own memory.
 * @throws RangeError if the samples are not in the order of time, or the time constant is not > 0.
 */
export function smooth(samples: SampleColumns, options: SmoothOptions = SMOOTHING): Float32Array {
  const smoothed = new Float32Array(samples.count * PROBABILITIES);
  for (let row = 0; row < samples.count; row += 1) {
    const keep = row === 0 ? 0 : weightOfPast(samples.atMs[row]! - samples.atMs[row - 1]!, options);
    for (let column = 0; column < PROBABILITIES; column += 1) {
      const at = row * PROBABILITIES + column;
      const value = samples.probabilities[at]!;
      smoothed[at] = keep === 0 ? value : value + keep * (smoothed[at - PROBABILITIES]! - value);
    }
  }
  return smoothed;
}

/** e^(-dt/tau), or 0 after a hole. */
function weightOfPast(elapsedMs: number, { timeConstantMs, maxGapMs }: SmoothOptions): number {
  if (!(timeConstantMs > 0)) throw new RangeError(`a time constant > 0 ms was expected; found ${timeConstantMs}`);
  if (!(elapsedMs >= 0))
    throw new RangeError(`readings in the order of time were expected; found a step of ${elapsedMs} ms`);
  return elapsedMs > maxGapMs ? 0 : Math.exp(-elapsedMs / timeConstantMs);
}
