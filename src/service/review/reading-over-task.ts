import { readGaps, readNamed } from '../../core/store/sessions/samples.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { holdsMs, MAX_HOLD_MS } from '../../core/timeline/covered-time.ts';
import { readOver } from '../../core/timeline/read-over.ts';
import type { ReadingOver } from '../../core/timeline/timeline-schema.ts';

export interface SessionStretch {
  readonly sessionId: string;
  /** Of the whole session. */
  readonly durationMs: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * What the machine read over a stretch of a session, from the samples that reach into it alone: the figure is that of all
 * samples, since one before them has ended and one after them has not begun.
 */
export function readingOver(
  db: ReadableDb,
  { sessionId, durationMs, fromMs, toMs }: SessionStretch,
): ReadingOver | null {
  const samples = readNamed(db, sessionId, { fromMs: fromMs - MAX_HOLD_MS, toMs });
  return readOver(samples, holdsMs(samples, readGaps(db, sessionId), durationMs), { fromMs, toMs });
}
