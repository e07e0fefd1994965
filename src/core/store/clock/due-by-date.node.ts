import { localDate } from '../local-date.ts';
import { countByRule, readRetentionRules } from '../retention/retention.node.ts';
import type { ReadableDb } from '../store.node.ts';

/** What is done by the date alone and cannot be undone. */
export interface DueByDate {
  /** Whose last day is over. */
  readonly consents: number;
  readonly pictures: number;
  readonly videos: number;
  readonly baselines: number;
  /** Erasures that have waited for their days. */
  readonly waiting: number;
  /** Sessions and exports that are older than the site's rules say. */
  readonly byRule: number;
}

/** Consents whose last day is over and has not been acted on. */
const OVER = 'withdrawn_at IS NULL AND expired_at IS NULL AND until_date < @today';

/** Of the joined `sessions` or `baselines`: what such a consent covers, and none that holds. */
const onlyOver = (scope: string, of: string) => `
  EXISTS (SELECT 1 FROM consents WHERE child_id = ${of}.child_id AND ${scope} = 1 AND ${OVER})
  AND NOT EXISTS (SELECT 1 FROM consents WHERE child_id = ${of}.child_id AND ${scope} = 1
    AND withdrawn_at IS NULL AND expired_at IS NULL AND until_date >= @today)`;

/** @param videosBeforeIso Videos of sessions that began before this have been kept for as long as the site keeps them. */
export function dueByDate(
  db: ReadableDb,
  { now, videosBeforeIso }: { readonly now: Date; readonly videosBeforeIso: string },
): DueByDate {
  const values = { today: localDate(now), nowIso: now.toISOString(), videosBeforeIso };
  const count = (sql: string) => db.prepare<[object], number>(`SELECT count(*) FROM ${sql}`).pluck().get(values)!;
  const byRule = countByRule(db, readRetentionRules(db), now);
  return {
    consents: count(`consents WHERE ${OVER}`),
    pictures: count(`crops JOIN sessions ON sessions.key = session_key WHERE ${onlyOver('keep_crops', 'sessions')}`),
    videos: count(
      `videos JOIN sessions ON sessions.key = session_key
       WHERE (started_at < @videosBeforeIso AND state <> 'running') OR (${onlyOver('keep_video', 'sessions')})`,
    ),
    waiting: count("erasures WHERE state = 'held' AND due_at <= @nowIso"),
    byRule: byRule.sessions + byRule.exports,
    baselines: count(`baselines WHERE ${onlyOver('keep_baseline', 'baselines')}`),
  };
}

export function isAnythingDue(due: DueByDate): boolean {
  return Object.values(due).some((count) => count > 0);
}
