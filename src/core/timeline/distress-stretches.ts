import { type DistressLimits, distressOf } from '../emotion/distress.ts';
import { DistressCourse } from './distress-course.ts';
import { PROBABILITIES, type SampleColumns } from './sample-columns.ts';
import type { DistressStretch, DistressSummary } from './timeline-schema.ts';

const ROUNDING_MS = 1e-6;

/**
 * A session's course of distress as stretches in the order of time, apart from each other: in each of them one thing is said,
 * and none reaches over time without a sample.
 *
 * @param holds From holdsMs: how long each sample counts.
 * @throws RangeError if the samples are not in the order of time.
 */
export function distressStretches(
  samples: SampleColumns,
  holds: Float64Array,
  limits: DistressLimits,
): DistressStretch[] {
  const course = new DistressCourse(limits);
  const found: DistressStretch[] = [];
  let sum = 0;
  let count = 0;
  for (let row = 0; row < samples.count; row += 1) {
    const fromMs = samples.atMs[row]!;
    const toMs = fromMs + holds[row]!;
    const distress = distressOf(samples.probabilities, row * PROBABILITIES);
    const { state } = course.next(fromMs, distress);
    const last = found.at(-1);
    const goesOn = last !== undefined && last.state === state && fromMs - last.toMs <= ROUNDING_MS;
    sum = goesOn ? sum + distress : distress;
    count = goesOn ? count + 1 : 1;
    const stretch = { state, fromMs: goesOn ? last.fromMs : fromMs, toMs, meanDistress: sum / count };
    if (goesOn) found[found.length - 1] = stretch;
    else found.push(stretch);
  }
  return found;
}

/** Times by what was said, and the stretches in which distress was likely. */
export function distressSummary(stretches: readonly DistressStretch[], limits: DistressLimits): DistressSummary {
  const msOf = (state: DistressStretch['state']) =>
    stretches.reduce((sum, each) => (each.state === state ? sum + each.toMs - each.fromMs : sum), 0);
  return {
    ...limits,
    likelyMs: msOf('likely'),
    notSeenMs: msOf('not-seen'),
    notSureMs: msOf('not-sure'),
    episodes: stretches.flatMap(({ state, ...episode }) => (state === 'likely' ? [episode] : [])),
  };
}
