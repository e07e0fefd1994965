import { ROLLUP_LEVELS_MS } from '../core/store/rollups.node.ts';
import { readGaps, readSamples } from '../core/store/samples.node.ts';
import { readWindow, type WindowColumns } from '../core/store/session-window.node.ts';
import type { Session } from '../core/store/sessions.node.ts';
import type { ReadableDb } from '../core/store/store.node.ts';
import type { SampleColumns } from '../core/timeline/sample-columns.ts';
import { readTimeline, type Timeline } from '../core/timeline/timeline.ts';

/** A sample speaks for 250 ms at most (core/timeline/covered-time.ts): so many cover a second. */
const ROWS_A_SECOND = 4;

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
