import type { Gap } from '../../emotion/gap.ts';
import { holdsInTurn } from '../../timeline/covered-time.ts';
import type { ReportSamples, SamplePage } from '../report-samples.ts';
import { secondOf } from '../report-seconds.ts';

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

/** All samples of one whole second after the other; a second without one is left out. */
export function* rowsBySecond(
  samples: ReportSamples,
): Generator<{ readonly second: number; readonly rows: SampleRow[] }> {
  let second = Number.NaN;
  let rows: SampleRow[] = [];
  for (const each of sampleRows(samples)) {
    const its = secondOf(each.atMs);
    if (its !== second && rows.length > 0) {
      yield { second, rows };
      rows = [];
    }
    second = its;
    rows.push(each);
  }
  if (rows.length > 0) yield { second, rows };
}

/**
 * Which sample counts at a moment, each for as long as `holdsMs` has it.
 *
 * @param gaps In the order of their beginnings.
 * @returns To be asked in the order of time; null where none counts.
 * @throws RangeError, when asked, if the samples are not in the order of time.
 */
export function heldReadings(
  samples: ReportSamples,
  gaps: readonly Gap[],
  durationMs: number,
): (atMs: number) => SampleRow | null {
  const rows = sampleRows(samples);
  const holdOf = holdsInTurn(gaps, durationMs);
  let next = rows.next();
  let held: SampleRow | null = null;
  let untilMs = 0;
  return (atMs) => {
    while (!next.done && next.value.atMs <= atMs) {
      held = next.value;
      next = rows.next();
      untilMs = held.atMs + holdOf(held.atMs, next.done ? Number.POSITIVE_INFINITY : next.value.atMs);
    }
    return held && atMs < untilMs ? held : null;
  };
}
