import type { SessionTurnKind } from '../../emotion/session.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

/** A change of who answers for a session, on the session's clock. */
export interface SessionTurn {
  readonly atMs: number;
  readonly kind: SessionTurnKind;
  /** Name of who answers for it from then on. */
  readonly by: string;
}

/**
 * @param by Id of the user.
 * @throws Error if the session is not there.
 */
export function addTurn(
  db: WritableDb,
  { sessionId, atMs, kind, by }: SessionTurn & { readonly sessionId: string },
): void {
  const result = db
    .prepare(
      `INSERT INTO session_turns (session_key, at_ms, kind, by_user)
       SELECT key, ?, ?, ? FROM sessions WHERE id = ?`,
    )
    .run(atMs, kind, by, sessionId);
  assertOneChanged(result, 'writing who answers for a session');
}

/** In the order in which they happened. */
export function readTurns(db: ReadableDb, sessionId: string): SessionTurn[] {
  return db
    .prepare<[string], SessionTurn>(
      `SELECT at_ms AS atMs, kind, users.name AS by FROM session_turns JOIN users ON users.id = by_user
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?) ORDER BY session_turns.rowid`,
    )
    .all(sessionId);
}

/** Who answers for a session: its last turn's user, or whoever began it. */
export function responsibleFor(db: ReadableDb, sessionId: string): { id: string; name: string } | null {
  return (
    db
      .prepare<[string], { id: string; name: string }>(
        `SELECT users.id, users.name FROM sessions
         JOIN users ON users.id = coalesce(
           (SELECT by_user FROM session_turns WHERE session_key = sessions.key ORDER BY rowid DESC LIMIT 1), started_by)
         WHERE sessions.id = ?`,
      )
      .get(sessionId) ?? null
  );
}
