import { readGaps, readSamples } from '../../core/store/sessions/samples.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { readTimeline, type Timeline } from '../../core/timeline/timeline.ts';

/** From every sample: half a second of work for eight hours, so that a long session's is made in the query thread. */
export function exactTimeline(
  db: ReadableDb,
  { sessionId, durationMs }: { readonly sessionId: string; readonly durationMs: number },
): Timeline {
  return readTimeline(readSamples(db, sessionId), readGaps(db, sessionId), durationMs);
}
