import { EMOTIONS } from '../emotion/emotion.ts';
import { PROBABILITIES, type SampleColumns } from '../timeline/sample-columns.ts';

/** Length of a row of {@link ReportSeconds}. */
export const SECOND_MS = 1000;

/**
 * A session's readings by whole seconds, as columns. A second without a sample has no row. The store's rollups of one
 * second have this shape.
 */
export interface ReportSeconds {
  readonly count: number;
  /** Beginning of the second. */
  readonly atMs: Float64Array;
  /** Row-major [count, 7]: mean of the second's samples, in the order of EMOTIONS. */
  readonly probabilities: Float32Array;
  /** Index into EMOTIONS of the emotion named for most of its samples, or -1 for "not sure". */
  readonly emotion: Int8Array;
  /** Samples behind the row. */
  readonly samples: Uint32Array;
  /** Share of them, 0 to 1, for which no emotion was named. */
  readonly notSureShare: Float32Array;
}

/**
 * The same from the samples themselves. Of two emotions named equally often the first in the order of EMOTIONS counts,
 * and any emotion before "not sure".
 *
 * @param samples In the order of time.
 */
export function secondsOf(samples: SampleColumns): ReportSeconds {
  const secondOf = (index: number) => Math.floor(samples.atMs[index]! / SECOND_MS) * SECOND_MS;
  let count = 0;
  for (let index = 0; index < samples.count; index += 1) {
    if (index === 0 || secondOf(index) !== secondOf(index - 1)) count += 1;
  }
  const seconds = {
    atMs: new Float64Array(count),
    probabilities: new Float32Array(count * PROBABILITIES),
    emotion: new Int8Array(count),
    samples: new Uint32Array(count),
    notSureShare: new Float32Array(count),
  };
  const sums = new Float64Array(PROBABILITIES);
  const named = new Uint32Array(PROBABILITIES);
  let [row, notSure] = [0, 0];
  for (let index = 0; index < samples.count; index += 1) {
    for (let column = 0; column < PROBABILITIES; column += 1) {
      sums[column]! += samples.probabilities[index * PROBABILITIES + column]!;
    }
    const emotion = samples.emotion[index]!;
    if (emotion < 0) notSure += 1;
    else named[emotion]! += 1;
    seconds.samples[row]! += 1;
    const isLast = index + 1 === samples.count || secondOf(index + 1) !== secondOf(index);
    if (!isLast) continue;
    const of = seconds.samples[row]!;
    seconds.atMs[row] = secondOf(index);
    seconds.probabilities.set(
      sums.map((sum) => sum / of),
      row * PROBABILITIES,
    );
    seconds.emotion[row] = mostNamed(named, notSure);
    seconds.notSureShare[row] = notSure / of;
    sums.fill(0);
    named.fill(0);
    notSure = 0;
    row += 1;
  }
  return { count, ...seconds };
}

function mostNamed(named: Uint32Array, notSure: number): number {
  let most = 0;
  for (let index = 1; index < EMOTIONS.length; index += 1) if (named[index]! > named[most]!) most = index;
  return named[most]! >= notSure && named[most]! > 0 ? most : -1;
}
