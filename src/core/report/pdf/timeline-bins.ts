import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Gap } from '../../emotion/sample.ts';
import { holdsMs } from '../../timeline/covered-time.ts';
import type { SampleColumns } from '../../timeline/sample-columns.ts';

/** A session cut into equal pieces, narrow enough to be drawn as one line each. */
export interface TimelineBins {
  readonly count: number;
  /** Row-major [count, 7]: share of the piece in which the emotion was named, 0 to 1. */
  readonly named: Float64Array;
  /** [count]: share of the piece in which a reading named none. */
  readonly notSure: Float64Array;
  /** [count]: mean probability of the likeliest emotion over what was read of the piece; NaN where nothing was. */
  readonly confidence: Float64Array;
}

/**
 * Shares of time per piece. Each sample's time is spread over the pieces it falls in, so that no share depends on how
 * the pieces happen to lie.
 *
 * @param gaps As completed by the timeline.
 */
export function binTimeline(
  samples: SampleColumns,
  gaps: readonly Gap[],
  durationMs: number,
  count: number,
): TimelineBins {
  const bins = {
    count,
    named: new Float64Array(count * EMOTIONS.length),
    notSure: new Float64Array(count),
    confidence: new Float64Array(count),
  };
  const readMs = new Float64Array(count);
  const binMs = durationMs / count;
  const holds = holdsMs(samples, gaps, durationMs);
  for (let row = 0; row < samples.count; row += 1) {
    const fromMs = samples.atMs[row]!;
    const toMs = fromMs + holds[row]!;
    const emotion = samples.emotion[row]!;
    const likeliest = Math.max(...samples.probabilities.subarray(row * EMOTIONS.length, (row + 1) * EMOTIONS.length));
    for (let bin = Math.floor(fromMs / binMs); bin < count && bin * binMs < toMs; bin += 1) {
      const partMs = Math.min(toMs, (bin + 1) * binMs) - Math.max(fromMs, bin * binMs);
      if (partMs <= 0) continue;
      if (emotion < 0) bins.notSure[bin]! += partMs / binMs;
      else bins.named[bin * EMOTIONS.length + emotion]! += partMs / binMs;
      bins.confidence[bin]! += partMs * likeliest;
      readMs[bin]! += partMs;
    }
  }
  for (let bin = 0; bin < count; bin += 1) bins.confidence[bin]! /= readMs[bin]!;
  return bins;
}
