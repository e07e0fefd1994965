import { addMarker } from '../../../core/store/sessions/markers.node.ts';
import { inTransaction, type WritableDb } from '../../../core/store/store.node.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { TakenMarker } from './lsl-streams.ts';

/** As much of another program's words as a marker keeps. */
const LONGEST_TEXT = 200;

interface Taking {
  readonly sessionId: string;
  /** Name of the stream that they came by. */
  readonly stream: string;
  /** Id of the user who is responsible for the session. */
  readonly by: string;
  readonly now: Date;
}

/** Writes another program's markers into a session: of a kind of their own name, with where they came from. */
export function takeMarkers(
  db: WritableDb,
  markers: readonly TakenMarker[],
  { sessionId, stream, by, now }: Taking,
): void {
  inTransaction(db, () => {
    for (const { atMs, text } of markers) {
      const said = text
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, LONGEST_TEXT);
      const marker = {
        id: crypto.randomUUID(),
        atMs,
        toMs: null,
        kind: 'custom',
        text: `${said} (LSL: ${stream})`,
      } as const;
      addMarker(db, { ...marker, sessionId, by });
    }
    recordByProgram(db, 'lsl.markers', `${sessionId}, ${markers.length} of ${stream}`, now);
  });
}
