import { distressOf } from '../../emotion/distress.ts';
import type { Gap } from '../../emotion/gap.ts';
import { valence } from '../../emotion/valence.ts';
import { holdsMs } from '../covered-time.ts';
import { PROBABILITIES, type SampleColumns } from '../sample-columns.ts';

/** How long before a marker, and how long after its beginning, is compared. */
export const AROUND_MS = 60_000;

/** A minute with less reading than this says too little of it. */
export const LEAST_READ_MS = 10_000;

/** What was read over a stretch, each reading counted for as long as it holds. */
export interface MeanReading {
  /** Summed probability of the negative emotions, 0 to 1. */
  readonly distress: number;
  /** -1 to 1. */
  readonly valence: number;
  /** Time with readings. */
  readonly readMs: number;
}

/** The minute before a moment and the minute from it on; null where less than ten seconds of either were read. */
export interface ReadingAround {
  readonly atMs: number;
  readonly before: MeanReading | null;
  readonly after: MeanReading | null;
}

/**
 * What was read in the minute before each moment and in the minute from it on.
 *
 * @param samples All that reach into those minutes, in the order of time.
 * @param gaps Recorded gaps, in the order of their beginnings.
 */
export function readingAround(
  samples: Pick<SampleColumns, 'count' | 'atMs' | 'probabilities'>,
  gaps: readonly Gap[],
  { moments, durationMs }: { readonly moments: readonly number[]; readonly durationMs: number },
): ReadingAround[] {
  const holds = holdsMs(samples, gaps, durationMs);
  return moments.map((atMs) => ({
    atMs,
    before: enough(meanReading(samples, holds, atMs - AROUND_MS, atMs)),
    after: enough(meanReading(samples, holds, atMs, atMs + AROUND_MS)),
  }));
}

/** The mean over [fromMs, toMs); its figures are 0 where nothing was read. */
export function meanReading(
  { count, atMs, probabilities }: Pick<SampleColumns, 'count' | 'atMs' | 'probabilities'>,
  holds: Float64Array,
  fromMs: number,
  toMs: number,
): MeanReading {
  let [readMs, distress, pleasant] = [0, 0, 0];
  for (let row = 0; row < count; row += 1) {
    const weight = Math.min(atMs[row]! + holds[row]!, toMs) - Math.max(atMs[row]!, fromMs);
    if (weight <= 0) continue;
    const own = probabilities.subarray(row * PROBABILITIES, (row + 1) * PROBABILITIES);
    readMs += weight;
    distress += weight * distressOf(own);
    pleasant += weight * valence(own).value;
  }
  return { readMs, distress: readMs > 0 ? distress / readMs : 0, valence: readMs > 0 ? pleasant / readMs : 0 };
}

function enough(reading: MeanReading): MeanReading | null {
  return reading.readMs >= LEAST_READ_MS ? reading : null;
}
