import type { Marker } from '../../emotion/marker.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { sessionKey } from './sessions.node.ts';

export interface StoredMarker extends Marker {
  readonly id: string;
  /** Name of who set it. */
  readonly by: string;
}

/**
 * Marks a session's timeline, also after the session has ended.
 *
 * @param marker Its id is the caller's; `by` is the id of the user.
 * @returns `repeated` when a marker of this id is stored already; nothing is stored then.
 * @throws SqliteError if it ends before it begins.
 */
export function addMarker(
  db: WritableDb,
  marker: StoredMarker & { readonly sessionId: string },
): { kind: 'added' } | { kind: 'repeated' } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    const key = sessionKey(db, marker.sessionId);
    if (key === undefined) return { kind: 'not-found' };
    const { changes } = db
      .prepare(
        `INSERT INTO markers (id, session_key, at_ms, to_ms, kind, text, by_user) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO NOTHING`,
      )
      .run(marker.id, key, marker.atMs, marker.toMs, marker.kind, marker.text, marker.by);
    return { kind: changes === 1 ? 'added' : 'repeated' };
  });
}

/** Gives an interval marker its end, or another one. */
export function endMarker(
  db: WritableDb,
  { sessionId, markerId, toMs }: { sessionId: string; markerId: string; toMs: number },
): { kind: 'ended' } | { kind: 'not-found' } | { kind: 'before-its-beginning'; atMs: number } {
  return inTransaction(db, () => {
    const marker = readMarkers(db, sessionId).find(({ id }) => id === markerId);
    if (!marker) return { kind: 'not-found' };
    if (toMs < marker.atMs) return { kind: 'before-its-beginning', atMs: marker.atMs };
    assertOneChanged(db.prepare('UPDATE markers SET to_ms = ? WHERE id = ?').run(toMs, markerId), 'ending a marker');
    return { kind: 'ended' };
  });
}

export function removeMarker(
  db: WritableDb,
  { sessionId, markerId }: { sessionId: string; markerId: string },
): { kind: 'removed' } | { kind: 'not-found' } {
  const { changes } = db
    .prepare('DELETE FROM markers WHERE id = ? AND session_key = (SELECT key FROM sessions WHERE id = ?)')
    .run(markerId, sessionId);
  return { kind: changes === 1 ? 'removed' : 'not-found' };
}

/** A session's markers in the order of time. */
export function readMarkers(db: ReadableDb, sessionId: string): StoredMarker[] {
  return db
    .prepare<[string], StoredMarker>(
      `SELECT markers.id, at_ms AS atMs, to_ms AS toMs, kind, text, users.name AS by
       FROM markers
       JOIN users ON users.id = markers.by_user
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?)
       ORDER BY at_ms, markers.rowid`,
    )
    .all(sessionId);
}
