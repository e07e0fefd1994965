import { randomUUID } from 'node:crypto';
import type { Marker } from '../emotion/sample.ts';
import { assertOneChanged } from './assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from './store.node.ts';

export interface StoredMarker extends Marker {
  readonly id: string;
  /** Name of who set it. */
  readonly by: string;
}

/**
 * Marks a session's timeline, also after the session has ended.
 *
 * @param by Id of the user.
 */
export function addMarker(
  db: WritableDb,
  marker: Marker & { readonly sessionId: string; readonly by: string },
): { kind: 'added'; markerId: string } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    const sessionKey = db
      .prepare<[string], number>('SELECT key FROM sessions WHERE id = ?')
      .pluck()
      .get(marker.sessionId);
    if (sessionKey === undefined) return { kind: 'not-found' };
    const id = randomUUID();
    const result = db
      .prepare('INSERT INTO markers (id, session_key, at_ms, kind, text, by_user) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, sessionKey, marker.atMs, marker.kind, marker.text, marker.by);
    assertOneChanged(result, 'adding a marker');
    return { kind: 'added', markerId: id };
  });
}

/** A session's markers in the order of time. */
export function readMarkers(db: ReadableDb, sessionId: string): StoredMarker[] {
  return db
    .prepare<[string], StoredMarker>(
      `SELECT markers.id, at_ms AS atMs, kind, text, users.name AS by
       FROM markers
       JOIN users ON users.id = markers.by_user
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?)
       ORDER BY at_ms, markers.rowid`,
    )
    .all(sessionId);
}
