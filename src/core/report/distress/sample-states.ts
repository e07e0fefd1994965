import { DISTRESS_STATES, type DistressState } from '../../emotion/distress.ts';
import type { DistressStretch } from '../../timeline/timeline-schema.ts';
import { rowsBySecond } from '../pieces/sample-rows.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';

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
  for (const { second, rows } of rowsBySecond(samples)) {
    const count: Record<DistressState, number> = { ...NONE };
    for (const { atMs } of rows) {
      const state = stateOf(atMs);
      if (state !== null) count[state] += 1;
    }
    const most = DISTRESS_STATES.reduce((first, each) => (count[each] > count[first] ? each : first));
    if (count[most] > 0) bySecond.set(second, most);
  }
  return bySecond;
}
