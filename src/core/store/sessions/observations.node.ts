import type { Observation } from '../../emotion/observation.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { sessionKey } from './sessions.node.ts';

export interface StoredObservation {
  readonly id: string;
  readonly atMs: number;
  readonly observation: Observation;
  /** Name of who wrote it. */
  readonly by: string;
  readonly writtenAtIso: string;
}

/**
 * Keeps what somebody observed, also after the session has ended.
 *
 * @param by Id of the user.
 * @returns `repeated` when one of this id is stored already; nothing is stored then.
 */
export function addObservation(
  db: WritableDb,
  added: Omit<StoredObservation, 'writtenAtIso'> & { readonly sessionId: string; readonly now: Date },
): { kind: 'added' } | { kind: 'repeated' } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    const key = sessionKey(db, added.sessionId);
    if (key === undefined) return { kind: 'not-found' };
    const { changes } = db
      .prepare(
        `INSERT INTO observations (id, session_key, at_ms, observation_json, by_user, written_at)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
      )
      .run(added.id, key, added.atMs, JSON.stringify(added.observation), added.by, added.now.toISOString());
    return { kind: changes === 1 ? 'added' : 'repeated' };
  });
}

export function removeObservation(
  db: WritableDb,
  { sessionId, observationId }: { sessionId: string; observationId: string },
): { kind: 'removed' } | { kind: 'not-found' } {
  const { changes } = db
    .prepare('DELETE FROM observations WHERE id = ? AND session_key = (SELECT key FROM sessions WHERE id = ?)')
    .run(observationId, sessionId);
  return { kind: changes === 1 ? 'removed' : 'not-found' };
}

/** A session's observations in the order of time. */
export function readObservations(db: ReadableDb, sessionId: string): StoredObservation[] {
  return db
    .prepare<[string], Omit<StoredObservation, 'observation'> & { json: string }>(
      `SELECT observations.id, at_ms AS atMs, observation_json AS json, users.name AS by, written_at AS writtenAtIso
       FROM observations
       JOIN users ON users.id = observations.by_user
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?)
       ORDER BY at_ms, observations.rowid`,
    )
    .all(sessionId)
    .map(({ json, ...row }) => ({ ...row, observation: JSON.parse(json) as Observation }));
}
