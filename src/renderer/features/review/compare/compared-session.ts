import type { Baseline } from '../../../../contract/baselines.ts';
import type { Trend } from '../../../../contract/review/trends.ts';
import type { Session, Summary } from '../../../../contract/sessions.ts';
import { EMOTIONS, type Emotion } from '../../../../core/emotion/emotion.ts';

/** Below this share of a session its emotion shares say little: they rest on less than half of what happened. */
export const LOW_COVERAGE = 0.5;

/** One session of a child, ready for comparison. */
export interface ComparedSession {
  readonly session: Session;
  readonly coverage: number;
  readonly isLow: boolean;
  /** Shares of the time that could be read, "not sure" (null) last; they sum to 1, or are all 0 when nothing was read. */
  readonly shares: readonly { readonly emotion: Emotion | null; readonly share: number }[];
  /** Version of the child's newest baseline for that model when the session ended; null when there was none. */
  readonly baselineVersion: number | null;
  readonly trend: Trend;
}

/** Sessions that one model read: only their shares can be compared. */
export interface ModelGroup {
  readonly modelId: string;
  readonly modelVersion: string;
  readonly sessions: readonly ComparedSession[];
}

/** @returns Groups in the order of their first session in `all`; within one, sessions in the order of `all`. */
export function groupByModel(
  all: readonly { readonly session: Session; readonly summary: Summary; readonly trend: Trend }[],
  baselines: readonly Baseline[],
): ModelGroup[] {
  const groups = new Map<string, { modelId: string; modelVersion: string; sessions: ComparedSession[] }>();
  for (const { session, summary, trend } of all) {
    const { modelId, modelVersion } = session;
    const key = JSON.stringify([modelId, modelVersion]);
    const group = groups.get(key) ?? { modelId, modelVersion, sessions: [] };
    groups.set(key, group);
    group.sessions.push({ ...compared(session, summary, baselines), trend });
  }
  return [...groups.values()];
}

function compared(session: Session, summary: Summary, baselines: readonly Baseline[]): Omit<ComparedSession, 'trend'> {
  const shareOf = (ms: number) => (summary.usableMs > 0 ? ms / summary.usableMs : 0);
  return {
    session,
    coverage: summary.coverage,
    isLow: summary.coverage < LOW_COVERAGE,
    shares: [
      ...EMOTIONS.map((emotion) => ({ emotion, share: shareOf(summary.emotionMs[emotion] ?? 0) })),
      { emotion: null, share: shareOf(summary.notSureMs) },
    ],
    baselineVersion: baselineAt(session, baselines),
  };
}

function baselineAt(session: Session, baselines: readonly Baseline[]): number | null {
  const endMs = Date.parse(session.startedAtIso) + session.durationMs;
  const versions = baselines
    .filter(
      ({ modelId, modelVersion, recordedAtIso }) =>
        modelId === session.modelId && modelVersion === session.modelVersion && Date.parse(recordedAtIso) <= endMs,
    )
    .map(({ version }) => version);
  return versions.length === 0 ? null : Math.max(...versions);
}
