import type { Gap, GapReason } from '../emotion/gap.ts';
import type { SampleColumns } from './sample-columns.ts';

/**
 * A hole between samples that nobody gave a reason for is shown as a gap from this length on. Shorter ones are a
 * machine that stuttered.
 */
const MIN_HOLE_MS = 1000;

/** The reason of a hole that no reason was recorded for: the program or the machine did not get to it. */
const UNEXPLAINED: GapReason = 'interrupted';

/**
 * The time without a reading, as gaps that neither overlap each other nor the samples.
 *
 * Recorded gaps are cut to what the samples and earlier gaps leave; what is left over then, in pieces of
 * {@link MIN_HOLE_MS} or more, becomes a gap "interrupted". A gap that was recorded in pieces is one.
 *
 * @param holds From holdsMs: how long each sample counts.
 * @param recorded In the order of their beginnings.
 * @returns In the order of time, all within the session, none empty.
 */
export function completeGaps(
  samples: SampleColumns,
  holds: Float64Array,
  recorded: readonly Gap[],
  durationMs: number,
): Gap[] {
  const complete: Gap[] = [];
  let next = 0;
  for (const hole of holes(samples, holds, durationMs)) {
    let fromMs = hole.fromMs;
    while (next < recorded.length && recorded[next]!.toMs <= fromMs) next += 1;
    for (let index = next; index < recorded.length && recorded[index]!.fromMs < hole.toMs; index += 1) {
      const gap = recorded[index]!;
      const cutFromMs = Math.max(gap.fromMs, fromMs);
      const cutToMs = Math.min(gap.toMs, hole.toMs);
      if (cutToMs <= cutFromMs) continue;
      pushUnexplained(complete, fromMs, cutFromMs);
      push(complete, { fromMs: cutFromMs, toMs: cutToMs, reason: gap.reason });
      fromMs = cutToMs;
    }
    pushUnexplained(complete, fromMs, hole.toMs);
  }
  return complete;
}

/** The stretches of the session that no sample covers. */
function* holes(
  samples: SampleColumns,
  holds: Float64Array,
  durationMs: number,
): Generator<{ fromMs: number; toMs: number }> {
  let fromMs = 0;
  for (let row = 0; row < samples.count; row += 1) {
    const atMs = Math.min(samples.atMs[row]!, durationMs);
    if (atMs > fromMs) yield { fromMs, toMs: atMs };
    fromMs = Math.max(fromMs, atMs + holds[row]!);
  }
  if (durationMs > fromMs) yield { fromMs, toMs: durationMs };
}

function pushUnexplained(gaps: Gap[], fromMs: number, toMs: number): void {
  if (toMs - fromMs >= MIN_HOLE_MS) push(gaps, { fromMs, toMs, reason: UNEXPLAINED });
}

function push(gaps: Gap[], gap: Gap): void {
  const before = gaps.at(-1);
  if (before?.reason === gap.reason && before.toMs === gap.fromMs)
    gaps[gaps.length - 1] = { ...before, toMs: gap.toMs };
  else gaps.push(gap);
}
