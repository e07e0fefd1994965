import { ROLLUP_LEVELS_MS } from '../core/store/rollups.node.ts';
import { readGaps, readSamples } from '../core/store/samples.node.ts';
import { readWindow, type WindowColumns } from '../core/store/session-window.node.ts';
import type { Session } from '../core/store/sessions.node.ts';
import type { ReadableDb } from '../core/store/store.node.ts';
import { keepTimeline, readKeptTimeline } from '../core/store/summaries.node.ts';
import type { SampleColumns } from '../core/timeline/sample-columns.ts';
import { readTimeline, type Timeline } from '../core/timeline/timeline.ts';
import type { OpenSite } from './desk.ts';
import { runReadingTask } from './reading-thread.ts';

/** Up to here every sample of a running session is read: some five minutes, a few milliseconds. */
const FEW_SAMPLES = 5000;

/** A sample speaks for 250 ms at most (core/timeline/covered-time.ts): so many cover a second. */
const ROWS_A_SECOND = 4;

/**
 * Gaps and summary of a session.
 *
 * Of one that has ended they are exact, computed once in the reading thread and kept. Of one that runs for long they are
 * made from its rollups of a second: every second with samples counts as covered in full and as named after most of
 * them, so that shares may differ by the seconds in which the reading changed or was lost; exact once it is stopped.
 */
export async function timelineOf(site: Pick<OpenSite, 'db' | 'reading'>, session: Session): Promise<Timeline> {
  const { db } = site;
  if (session.state === 'running') {
    return session.sampleCount > FEW_SAMPLES ? timelineBySecond(db, session) : exactTimeline(db, orderOf(session));
  }
  const kept = readKeptTimeline(db, session.id) as Timeline | null;
  if (kept) return kept;
  const made =
    session.sampleCount > FEW_SAMPLES
      ? await runReadingTask(site, 'timeline', orderOf(session))
      : exactTimeline(db, orderOf(session));
  keepTimeline(db, session.id, made);
  return made;
}

/** From every sample: half a second of work for eight hours. */
export function exactTimeline(
  db: ReadableDb,
  { sessionId, durationMs }: { readonly sessionId: string; readonly durationMs: number },
): Timeline {
  return readTimeline(readSamples(db, sessionId), readGaps(db, sessionId), durationMs);
}

/** From the rollups of a second. */
export function timelineBySecond(db: ReadableDb, { id, durationMs }: Pick<Session, 'id' | 'durationMs'>): Timeline {
  const toMs = durationMs + ROLLUP_LEVELS_MS[0];
  const mostRows = Math.ceil(toMs / ROLLUP_LEVELS_MS[0]);
  return readTimeline(spread(readWindow(db, id, { fromMs: 0, toMs, mostRows })), readGaps(db, id), durationMs);
}

function orderOf({ id, durationMs }: Session) {
  return { sessionId: id, durationMs };
}

/** A row of a second as rows that together cover it. Rows that are samples already stay. */
function spread(window: WindowColumns): SampleColumns {
  if (window.bucketMs === 0) return window;
  const count = window.count * ROWS_A_SECOND;
  const classes = window.probabilities.length / Math.max(1, window.count);
  const atMs = new Float64Array(count);
  const emotion = new Int8Array(count);
  const probabilities = new Float32Array(count * classes);
  for (let row = 0; row < count; row += 1) {
    const second = Math.floor(row / ROWS_A_SECOND);
    atMs[row] = window.atMs[second]! + (window.bucketMs / ROWS_A_SECOND) * (row % ROWS_A_SECOND);
    emotion[row] = window.emotion[second]!;
    probabilities.set(window.probabilities.subarray(second * classes, (second + 1) * classes), row * classes);
  }
  return { count, atMs, probabilities, emotion };
}
