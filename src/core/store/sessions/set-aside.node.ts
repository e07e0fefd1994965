import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type WritableDb } from '../store.node.ts';
import { existing, findSession, type Session } from './sessions.node.ts';

/**
 * Says that a session is not of the child under which it stands. A baseline taken from it is switched off.
 *
 * @param by Id of the user.
 */
export function setAside(
  db: WritableDb,
  { sessionId, reason, by, now }: { sessionId: string; reason: string; by: string; now: Date },
):
  | { kind: 'set-aside'; session: Session }
  | { kind: 'not-found' }
  | { kind: 'still-running' }
  | { kind: 'done-already' } {
  return inTransaction(db, () => {
    const session = findSession(db, sessionId);
    if (!session) return { kind: 'not-found' };
    if (session.state === 'running') return { kind: 'still-running' };
    if (session.setAside) return { kind: 'done-already' };
    const result = db
      .prepare('UPDATE sessions SET set_aside_reason = ?, set_aside_by = ?, set_aside_at = ? WHERE id = ?')
      .run(reason, by, now.toISOString(), sessionId);
    assertOneChanged(result, 'setting a session aside');
    db.prepare('UPDATE baselines SET is_active = 0 WHERE session_key = (SELECT key FROM sessions WHERE id = ?)').run(
      sessionId,
    );
    return { kind: 'set-aside', session: existing(db, sessionId) };
  });
}

/** It is this child's after all. A baseline that was switched off stays so. */
export function takeBack(
  db: WritableDb,
  sessionId: string,
): { kind: 'taken-back'; session: Session } | { kind: 'not-found' } | { kind: 'not-set-aside' } {
  return inTransaction(db, () => {
    const session = findSession(db, sessionId);
    if (!session) return { kind: 'not-found' };
    if (!session.setAside) return { kind: 'not-set-aside' };
    const result = db
      .prepare('UPDATE sessions SET set_aside_reason = NULL, set_aside_by = NULL, set_aside_at = NULL WHERE id = ?')
      .run(sessionId);
    assertOneChanged(result, 'taking a session back');
    return { kind: 'taken-back', session: existing(db, sessionId) };
  });
}
