import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type WritableDb } from '../store.node.ts';
import { findSession } from './sessions.node.ts';

/** Notes what the video file of a session consists of, once. */
export function noteFilm(
  db: WritableDb,
  { sessionId, sha256 }: { sessionId: string; sha256: string },
): { kind: 'noted' } | { kind: 'not-found' } | { kind: 'no-film' } | { kind: 'another' } {
  return inTransaction(db, () => {
    const session = findSession(db, sessionId);
    if (!session) return { kind: 'not-found' };
    if (session.source !== 'recording') return { kind: 'no-film' };
    if (session.recordingSha256 === sha256) return { kind: 'noted' };
    if (session.recordingSha256 !== null) return { kind: 'another' };
    const result = db.prepare('UPDATE sessions SET recording_sha256 = ? WHERE id = ?').run(sha256, sessionId);
    assertOneChanged(result, 'noting a film');
    return { kind: 'noted' };
  });
}
