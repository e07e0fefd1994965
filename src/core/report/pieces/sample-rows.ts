import type { Gap } from '../../emotion/gap.ts';
import { holdMs } from '../../timeline/covered-time.ts';
import type { ReportSamples, SamplePage } from '../report-samples.ts';

/** Where one sample stands. */
export interface SampleRow {
  readonly page: SamplePage;
  readonly row: number;
  readonly atMs: number;
}

/** One sample after the other. */
export function* sampleRows(samples: ReportSamples): Generator<SampleRow> {
  for (const page of samples.pages()) {
    for (let row = 0; row < page.count; row += 1) yield { page, row, atMs: page.atMs[row]! };
  }
}

/**
 * Which sample counts at a moment, each for as long as `holdsMs` has it.
 *
 * @param gaps In the order of their beginnings.
 * @returns To be asked in the order of time; null where none counts.
 */
export function heldReadings(
  samples: ReportSamples,
  gaps: readonly Gap[],
  durationMs: number,
): (atMs: number) => SampleRow | null {
  const rows = sampleRows(samples);
  let nextGap = 0;
  let next = rows.next();
  let held: SampleRow | null = null;
  let untilMs = 0;
  return (atMs) => {
    while (!next.done && next.value.atMs <= atMs) {
      held = next.value;
      next = rows.next();
      while (nextGap < gaps.length && gaps[nextGap]!.fromMs <= held.atMs) nextGap += 1;
      const nextMs = next.done ? Number.POSITIVE_INFINITY : next.value.atMs;
      const gapMs = gaps[nextGap]?.fromMs ?? Number.POSITIVE_INFINITY;
      untilMs = held.atMs + holdMs(held.atMs, { nextMs, gapMs, durationMs });
    }
    return held && atMs < untilMs ? held : null;
  };
}
