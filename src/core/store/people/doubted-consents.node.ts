import { localDate } from '../local-date.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

/** Of a child of `sessions`: nothing that holds covers this, and what did is over only by a clock that is in doubt. */
const hiddenInDoubt = (scope: 'keep_crops' | 'keep_video') => `(EXISTS (SELECT 1 FROM consents
  WHERE consents.child_id = sessions.child_id AND ${scope} = 1 AND withdrawn_at IS NULL AND doubted_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM consents WHERE consents.child_id = sessions.child_id AND ${scope} = 1
    AND withdrawn_at IS NULL AND expired_at IS NULL AND doubted_at IS NULL))`;

/** To be used where `sessions` is read: its pictures are there, and nobody may see them. */
export const PICTURES_HIDDEN = hiddenInDoubt('keep_crops');

export function isVideoHidden(db: ReadableDb, sessionId: string): boolean {
  const sql = `SELECT 1 FROM sessions WHERE id = ? AND ${hiddenInDoubt('keep_video')}`;
  return db.prepare(sql).get(sessionId) !== undefined;
}

/**
 * Marks the consents whose last day is over by a clock that is in doubt: they allow nothing from now on, and nothing of theirs is
 * deleted, until that is settled either way.
 *
 * @returns How many.
 */
export function doubtConsents(db: WritableDb, now: Date): number {
  return db
    .prepare<{ now: string; today: string }>(
      `UPDATE consents SET doubted_at = @now
       WHERE doubted_at IS NULL AND expired_at IS NULL AND withdrawn_at IS NULL AND until_date < @today`,
    )
    .run({ now: now.toISOString(), today: localDate(now) }).changes;
}

/** The clock is right again, or was all the time: what of them is over is found anew. */
export function settleDoubtedConsents(db: WritableDb): void {
  db.prepare('UPDATE consents SET doubted_at = NULL WHERE doubted_at IS NOT NULL').run();
}

/**
 * Ends the sessions that go on under consents in doubt and whose last day is over by this date as well.
 *
 * @param today yyyy-mm-dd, by a clock that can be trusted: not by the one in doubt.
 * @returns Their ids.
 */
export function stopDoubtedSessions(db: WritableDb, today: string): string[] {
  const monitors =
    'consents.child_id = sessions.child_id AND monitor = 1 AND withdrawn_at IS NULL AND expired_at IS NULL';
  return db
    .prepare<[string], string>(
      `UPDATE sessions SET state = 'stopped' WHERE state = 'running'
       AND EXISTS (SELECT 1 FROM consents WHERE ${monitors} AND doubted_at IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM consents WHERE ${monitors} AND until_date >= ?) RETURNING id`,
    )
    .pluck()
    .all(today);
}
