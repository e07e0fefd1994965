import { DISTRESS_STATES, type DistressState } from '../../emotion/distress.ts';
import type { DistressStretch } from '../../timeline/timeline-schema.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';
import { SECOND_MS } from '../report-seconds.ts';

type Said = Pick<ReportDocument, 'distress'>;
type Times = Pick<ReportSamples, 'count' | 'atMs'>;

/** The stretches that have a length: a reading at the very end of a session has none. */
export function heldStretches({ distress }: Said): DistressStretch[] {
  return (distress ?? []).filter(({ fromMs, toMs }) => toMs > fromMs);
}

/**
 * What was said of distress at each sample.
 *
 * @returns Null for all where the model says nothing of it.
 */
export function sampleStates({ distress }: Said, { count, atMs }: Times): (DistressState | null)[] {
  const stretches = distress ?? [];
  let next = 0;
  return Array.from({ length: count }, (_, row) => {
    // Each stretch begins with a sample, so that the last one begun is the sample's own.
    while (next < stretches.length && stretches[next]!.fromMs <= atMs[row]!) next += 1;
    return stretches[next - 1]?.state ?? null;
  });
}

/**
 * What was said at most samples of each whole second: beginning of the second -> state; of two said equally often the first
 * in the order of DISTRESS_STATES. Empty where the model says nothing of distress.
 */
export function statesBySecond(document: Said, samples: Times): ReadonlyMap<number, DistressState> {
  const counts = new Map<number, Record<DistressState, number>>();
  for (const [row, state] of sampleStates(document, samples).entries()) {
    if (state === null) continue;
    const second = Math.floor(samples.atMs[row]! / SECOND_MS) * SECOND_MS;
    const count = counts.get(second) ?? { likely: 0, 'not-seen': 0, 'not-sure': 0 };
    count[state] += 1;
    counts.set(second, count);
  }
  return new Map(
    [...counts].map(([second, count]) => [
      second,
      DISTRESS_STATES.reduce((most, state) => (count[state] > count[most] ? state : most)),
    ]),
  );
}
