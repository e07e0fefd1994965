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
  const rows: { atMs: number; sums: Float64Array; named: Uint32Array; notSure: number; count: number }[] = [];
  for (let index = 0; index < samples.count; index += 1) {
    const atMs = Math.floor(samples.atMs[index]! / SECOND_MS) * SECOND_MS;
    let row = rows.at(-1);
    if (row?.atMs !== atMs) {
      row = {
        atMs,
        sums: new Float64Array(PROBABILITIES),
        named: new Uint32Array(PROBABILITIES),
        notSure: 0,
        count: 0,
      };
      rows.push(row);
    }
    for (let column = 0; column < PROBABILITIES; column += 1) {
      row.sums[column]! += samples.probabilities[index * PROBABILITIES + column]!;
    }
    const emotion = samples.emotion[index]!;
    if (emotion < 0) row.notSure += 1;
    else row.named[emotion]! += 1;
    row.count += 1;
  }
  return {
    count: rows.length,
    atMs: Float64Array.from(rows, ({ atMs }) => atMs),
    probabilities: Float32Array.from(rows.flatMap(({ sums, count }) => Array.from(sums, (sum) => sum / count))),
    emotion: Int8Array.from(rows, ({ named, notSure }) => mostNamed(named, notSure)),
    samples: Uint32Array.from(rows, ({ count }) => count),
    notSureShare: Float32Array.from(rows, ({ notSure, count }) => notSure / count),
  };
}

function mostNamed(named: Uint32Array, notSure: number): number {
  let most = 0;
  for (let index = 1; index < EMOTIONS.length; index += 1) if (named[index]! > named[most]!) most = index;
  return named[most]! >= notSure && named[most]! > 0 ? most : -1;
}
