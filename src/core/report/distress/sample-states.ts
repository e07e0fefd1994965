import { DISTRESS_STATES, type DistressState } from '../../emotion/distress.ts';
import type { DistressStretch } from '../../timeline/timeline-schema.ts';
import { sampleRows } from '../pieces/sample-rows.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';
import { SECOND_MS } from '../report-seconds.ts';

type Said = Pick<ReportDocument, 'distress'>;

const NONE: Readonly<Record<DistressState, number>> = { likely: 0, 'not-seen': 0, 'not-sure': 0 };

/** The stretches that have a length: a reading at the very end of a session has none. */
export function heldStretches({ distress }: Said): DistressStretch[] {
  return (distress ?? []).filter(({ fromMs, toMs }) => toMs > fromMs);
}

/**
 * What was said of distress at each sample.
 *
 * @returns To be asked sample by sample, in the order of time; null for all where the model says nothing of it.
 */
export function statesOf({ distress }: Said): (atMs: number) => DistressState | null {
  const stretches = distress ?? [];
  let next = 0;
  return (atMs) => {
    // Each stretch begins with a sample, so that the last one begun is the sample's own.
    while (next < stretches.length && stretches[next]!.fromMs <= atMs) next += 1;
    return stretches[next - 1]?.state ?? null;
  };
}

/**
 * What was said at most samples of each whole second: beginning of the second -> state; of two said equally often the first
 * in the order of DISTRESS_STATES. Empty where the model says nothing of distress.
 */
export function statesBySecond(document: Said, samples: ReportSamples): ReadonlyMap<number, DistressState> {
  const bySecond = new Map<number, DistressState>();
  if (!document.distress) return bySecond;
  const stateOf = statesOf(document);
  let count: Record<DistressState, number> = { ...NONE };
  let second = Number.NaN;
  for (const { atMs } of sampleRows(samples)) {
    const state = stateOf(atMs);
    if (state === null) continue;
    const its = Math.floor(atMs / SECOND_MS) * SECOND_MS;
    if (its !== second) count = { ...NONE };
    second = its;
    count[state] += 1;
    bySecond.set(
      second,
      DISTRESS_STATES.reduce((most, each) => (count[each] > count[most] ? each : most)),
    );
  }
  return bySecond;
}
