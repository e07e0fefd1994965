import type { DistressLimits } from '../emotion/distress.ts';
import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import type { Gap } from '../emotion/gap.ts';
import { holdsMs } from './covered-time.ts';
import { distressStretches, distressSummary } from './distress-stretches.ts';
import { episodes } from './episodes.ts';
import { completeGaps } from './gaps.ts';
import type { SampleColumns } from './sample-columns.ts';
import type { DistressStretch, Summary } from './timeline-schema.ts';

/** Raised whenever gaps or summary are worked out or written differently, so that kept ones are made anew. */
export const TIMELINE_VERSION = 3;

export interface Timeline {
  /** Recorded gaps and unexplained holes, in the order of time, apart from each other and from the samples. */
  readonly gaps: Gap[];
  /** What was said of distress, in the order of time; null where the model says nothing of it. */
  readonly distress: DistressStretch[] | null;
  readonly summary: Summary;
}

/**
 * Reads a session's samples and recorded gaps as a timeline: what is covered, by what, and why the rest is not.
 *
 * @param samples In the order of time.
 * @param recordedGaps In any order; they may overlap.
 * @param limits From where on the model that read them says that distress is likely; null where it says nothing of it.
 * @throws RangeError if the samples are not in the order of time or the duration is not >= 0.
 */
export function readTimeline(
  samples: SampleColumns,
  recordedGaps: readonly Gap[],
  durationMs: number,
  limits: DistressLimits | null = null,
): Timeline {
  if (!(durationMs >= 0)) throw new RangeError(`a duration of 0 ms or more was expected; found ${durationMs}`);
  const recorded = recordedGaps.toSorted((a, b) => a.fromMs - b.fromMs);
  const holds = holdsMs(samples, recorded, durationMs);
  const gaps = completeGaps(samples, holds, recorded, durationMs);
  const usableMs = holds.reduce((sum, hold) => sum + hold, 0);
  const gapMs = gaps.reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0);
  const distress = limits && distressStretches(samples, holds, limits);
  return {
    gaps,
    distress,
    summary: {
      durationMs,
      usableMs,
      ...timeByEmotion(samples, holds),
      coverage: durationMs === 0 ? 0 : Math.min(1, usableMs / durationMs),
      episodes: episodes(samples, holds),
      distress: limits && distress && distressSummary(distress, limits),
      gapMsByReason: timeByReason(gaps),
      unaccountedMs: Math.max(0, durationMs - usableMs - gapMs),
    },
  };
}

/** The summary alone. */
export function summarise(samples: SampleColumns, recordedGaps: readonly Gap[], durationMs: number): Summary {
  return readTimeline(samples, recordedGaps, durationMs).summary;
}

function timeByEmotion(samples: SampleColumns, holds: Float64Array): Pick<Summary, 'emotionMs' | 'notSureMs'> {
  const totals = EMOTIONS.map(() => 0);
  let notSureMs = 0;
  for (let row = 0; row < samples.count; row += 1) {
    const emotion = samples.emotion[row]!;
    if (emotion < 0) notSureMs += holds[row]!;
    else totals[emotion]! += holds[row]!;
  }
  const emotionMs = Object.fromEntries(EMOTIONS.map((emotion, index) => [emotion, totals[index]!]));
  return { emotionMs: emotionMs as Record<Emotion, number>, notSureMs };
}

function timeByReason(gaps: readonly Gap[]): Summary['gapMsByReason'] {
  const total: Summary['gapMsByReason'] = {};
  for (const gap of gaps) total[gap.reason] = (total[gap.reason] ?? 0) + gap.toMs - gap.fromMs;
  return total;
}
