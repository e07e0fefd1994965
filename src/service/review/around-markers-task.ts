import type { MarkerChange } from '../../contract/review/trends.ts';
import type { MarkerKind } from '../../core/emotion/marker.ts';
import { bootstrapSubjects } from '../../core/evaluation/bootstrap-subjects.ts';
import { differenceByCount, type Interval } from '../../core/evaluation/interval-by-count.ts';
import { readMarkers } from '../../core/store/sessions/markers.node.ts';
import { readGaps, readReadings } from '../../core/store/sessions/samples.node.ts';
import { listEndedSessions, type Session } from '../../core/store/sessions/sessions.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { type MeanReading, type ReadingAround, readingAround } from '../../core/timeline/change/around-marker.ts';

/** The same intervals whenever they are asked for. */
const SEED = 7;

interface Marked {
  readonly session: Session;
  readonly kind: MarkerKind;
  readonly name: string;
  readonly around: ReadingAround;
}

/** Both minutes of a marker. */
interface Whole {
  readonly sessionId: string;
  readonly before: MeanReading;
  readonly after: MeanReading;
}

/**
 * What changed from the minute before a marker to the minute from it on, over all of a child's markers of a kind, apart for
 * each model that read them.
 *
 * @returns The kinds with the most markers first.
 */
export function aroundMarkers(db: ReadableDb, { childId }: { readonly childId: string }): MarkerChange[] {
  const marked = listEndedSessions(db, childId).flatMap((session) => markedIn(db, session));
  const groups = Map.groupBy(marked, ({ session, kind, name }) =>
    JSON.stringify([session.modelId, session.modelVersion, kind, name]),
  );
  return [...groups.values()].map(changeOf).sort((a, b) => b.markers - a.markers);
}

function markedIn(db: ReadableDb, session: Session): Marked[] {
  const markers = readMarkers(db, session.id);
  if (markers.length === 0) return [];
  const moments = markers.map(({ atMs }) => atMs);
  const { durationMs } = session;
  const around = readingAround(readReadings(db, session.id), readGaps(db, session.id), { moments, durationMs });
  return markers.map(({ kind, text }, index) => ({
    session,
    kind,
    name: kind === 'custom' ? text : '',
    around: around[index]!,
  }));
}

function changeOf(marked: readonly Marked[]): MarkerChange {
  const { session, kind, name } = marked[0]!;
  const whole = marked.flatMap(({ session: { id }, around: { before, after } }): Whole[] =>
    before && after ? [{ sessionId: id, before, after }] : [],
  );
  const sessions = new Set(whole.map(({ sessionId }) => sessionId)).size;
  return {
    modelId: session.modelId,
    modelVersion: session.modelVersion,
    kind,
    name,
    markers: whole.length,
    sessions,
    leftOut: marked.length - whole.length,
    distress: figureOf(whole, ({ distress }) => distress, [-1, 1]),
    valence: figureOf(whole, ({ valence }) => valence, [-2, 2]),
  };
}

/**
 * The mean change with its 95 % interval: over sessions where there are several, since markers of one session are alike, else
 * over the markers; none over a single one.
 */
function figureOf(
  whole: readonly Whole[],
  of: (reading: MeanReading) => number,
  range: Interval,
): MarkerChange['distress'] {
  if (whole.length === 0) return null;
  const sessions = whole.map(({ sessionId }) => sessionId);
  const over = new Set(sessions).size > 1 ? 'sessions' : 'markers';
  const changes = whole.map(({ before, after }) => of(after) - of(before));
  const half = range[1];
  const byCount = (value: number, subjects: number): Interval => {
    const [low, high] = differenceByCount(value / half, subjects);
    return [low * half, high * half];
  };
  const [figure] = bootstrapSubjects((weights) => [meanOf(changes, weights)], {
    subject: over === 'sessions' ? sessions : changes.map((_, index) => String(index)),
    seed: SEED,
    range,
    byCount,
  });
  const even = new Float64Array(whole.length).fill(1);
  return {
    before: meanOf(
      whole.map(({ before }) => of(before)),
      even,
    ),
    after: meanOf(
      whole.map(({ after }) => of(after)),
      even,
    ),
    change: figure!.value,
    interval: whole.length < 2 ? null : { low: figure!.low, high: figure!.high, over },
  };
}

function meanOf(values: readonly number[], weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + weights[index]! * value, 0) / total;
}
