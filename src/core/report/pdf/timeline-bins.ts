import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Gap } from '../../emotion/gap.ts';
import { type ReportSeconds, SECOND_MS } from '../report-seconds.ts';

/** A session cut into equal pieces, narrow enough to be drawn as one line each. */
export interface TimelineBins {
  readonly count: number;
  /** Row-major [count, 7]: share of the piece in which the emotion was named, 0 to 1. */
  readonly named: Float64Array;
  /** [count]: share of the piece in which a reading named none. */
  readonly notSure: Float64Array;
  /** Row-major [count, 7]: mean probabilities over what was read of the piece; NaN where nothing was. */
  readonly probabilities: Float64Array;
}

/**
 * Shares of time per piece, from the readings by whole seconds. A second counts for the part of it that no gap covers,
 * spread over the pieces it falls in, so that no share depends on how the pieces happen to lie. The time that names
 * another emotion than the second's own is a part of a second and counts as its own.
 *
 * @param gaps In the order of time, apart from each other.
 */
export function binTimeline(
  seconds: ReportSeconds,
  gaps: readonly Gap[],
  durationMs: number,
  count: number,
): TimelineBins {
  const columns = EMOTIONS.length;
  const bins = {
    count,
    named: new Float64Array(count * columns),
    notSure: new Float64Array(count),
    probabilities: new Float64Array(count * columns),
  };
  const readMs = new Float64Array(count);
  const binMs = durationMs / count;
  for (const { row, fromMs, toMs } of readStretches(seconds, gaps, durationMs)) {
    const emotion = seconds.emotion[row]!;
    const sureShare = emotion < 0 ? 0 : 1 - seconds.notSureShare[row]!;
    for (let bin = Math.floor(fromMs / binMs); bin < count && bin * binMs < toMs; bin += 1) {
      const partMs = Math.min(toMs, (bin + 1) * binMs) - Math.max(fromMs, bin * binMs);
      if (partMs <= 0) continue;
      if (emotion >= 0) bins.named[bin * columns + emotion]! += (sureShare * partMs) / binMs;
      bins.notSure[bin]! += ((1 - sureShare) * partMs) / binMs;
      readMs[bin]! += partMs;
      for (let column = 0; column < columns; column += 1) {
        bins.probabilities[bin * columns + column]! += partMs * seconds.probabilities[row * columns + column]!;
      }
    }
  }
  for (let index = 0; index < bins.probabilities.length; index += 1) {
    bins.probabilities[index]! /= readMs[Math.floor(index / columns)]!;
  }
  return bins;
}

/** The parts of the seconds that no gap covers. */
function* readStretches(
  seconds: ReportSeconds,
  gaps: readonly Gap[],
  durationMs: number,
): Generator<{ row: number; fromMs: number; toMs: number }> {
  let next = 0;
  for (let row = 0; row < seconds.count; row += 1) {
    let fromMs = seconds.atMs[row]!;
    const endMs = Math.min(fromMs + SECOND_MS, durationMs);
    while (next < gaps.length && gaps[next]!.toMs <= fromMs) next += 1;
    for (let index = next; index < gaps.length && gaps[index]!.fromMs < endMs; index += 1) {
      const gap = gaps[index]!;
      if (gap.fromMs > fromMs) yield { row, fromMs, toMs: gap.fromMs };
      fromMs = Math.max(fromMs, gap.toMs);
    }
    if (fromMs < endMs) yield { row, fromMs, toMs: endMs };
  }
}
