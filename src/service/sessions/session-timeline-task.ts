import type { DistressLimits } from '../../core/emotion/distress.ts';
import { readGaps, readReadings } from '../../core/store/sessions/samples.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { readTimeline, type Timeline } from '../../core/timeline/timeline.ts';

export interface TimelineOrder {
  readonly sessionId: string;
  readonly durationMs: number;
  /** The limits of the model that read it; null where it says nothing of distress. */
  readonly distress: DistressLimits | null;
}

/** From every sample: half a second of work for eight hours, so that a long session's is made in the query thread. */
export function exactTimeline(db: ReadableDb, { sessionId, durationMs, distress }: TimelineOrder): Timeline {
  return readTimeline(readReadings(db, sessionId), readGaps(db, sessionId), durationMs, distress);
}
