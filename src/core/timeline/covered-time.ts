import type { Gap } from '../emotion/gap.ts';
import type { SampleColumns } from './sample-columns.ts';

/**
 * The longest time that one sample speaks for. At 15 samples a second the next one comes after 67 ms; a machine that
 * stutters may take three times as long, and nobody's face is known for longer than that.
 */
export const MAX_HOLD_MS = 250;

/**
 * How long each sample counts: to the next sample, to the beginning of a recorded gap or to the end of the session,
 * whichever comes first, and never longer than {@link MAX_HOLD_MS}. So no moment counts twice.
 *
 * @param samples In the order of time.
 * @param gaps Recorded gaps, in the order of their beginnings.
 * @returns Milliseconds, one per sample, >= 0; 0 for a sample at or after the end.
 * @throws RangeError if the samples are not in the order of time.
 */
export function holdsMs(
  samples: Pick<SampleColumns, 'count' | 'atMs'>,
  gaps: readonly Gap[],
  durationMs: number,
): Float64Array {
  const holds = new Float64Array(samples.count);
  let nextGap = 0;
  for (let row = 0; row < samples.count; row += 1) {
    const atMs = samples.atMs[row]!;
    const nextMs = samples.atMs[row + 1] ?? Number.POSITIVE_INFINITY;
    if (nextMs < atMs) {
      throw new RangeError(`samples in the order of time were expected; found ${nextMs} ms after ${atMs} ms`);
    }
    while (nextGap < gaps.length && gaps[nextGap]!.fromMs <= atMs) nextGap += 1;
    const gapMs = gaps[nextGap]?.fromMs ?? Number.POSITIVE_INFINITY;
    holds[row] = holdMs(atMs, { nextMs, gapMs, durationMs });
  }
  return holds;
}

/** How long one sample counts, by when the next sample comes, the next gap begins and the session ends. */
export function holdMs(
  atMs: number,
  { nextMs, gapMs, durationMs }: { readonly nextMs: number; readonly gapMs: number; readonly durationMs: number },
): number {
  return Math.max(0, Math.min(nextMs, gapMs, durationMs, atMs + MAX_HOLD_MS) - atMs);
}
