import type { Parity } from '../../contract/review/review.ts';
import { readReadings } from '../../core/store/sessions/samples.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { parity } from '../../core/timeline/parity.ts';

/** How a recording agrees with its live session, from every sample of both. */
export function parityTask(
  db: ReadableDb,
  { liveSessionId, recordingId }: { readonly liveSessionId: string; readonly recordingId: string },
): Parity {
  return { liveSessionId, ...parity(readReadings(db, liveSessionId), readReadings(db, recordingId)) };
}
