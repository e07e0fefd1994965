import { dayAfter, startOfDay } from '../local-date.ts';
import type { ReadableDb } from '../store.node.ts';
import type { FoundOnly, FoundState } from './found-states.ts';
import { readSessions, type Session } from './sessions.node.ts';

/** Which sessions are looked for; null sets no bound. */
export interface SessionFilter {
  readonly childId: string | null;
  /** First and last day on this site's calendar, yyyy-mm-dd. */
  readonly fromDay: string | null;
  readonly untilDay: string | null;
  readonly state: FoundState | null;
  readonly only: FoundOnly | null;
  /** Name of who began them. */
  readonly startedBy: string | null;
}

/** A constant in SQL, so that the index of just those rows is used. */
const IN_STATE: Readonly<Record<FoundState, string>> = {
  running: "state = 'running'",
  stopped: "state = 'stopped'",
  recovered: "state = 'recovered'",
  'set-aside': 'set_aside_at IS NOT NULL',
};

const ENDED = "state <> 'running' AND set_aside_at IS NULL";

const ONLY: Readonly<Record<FoundOnly, string>> = { ended: ENDED, 'ended-live': `${ENDED} AND source <> 'recording'` };

/**
 * A page of sessions, newest first.
 *
 * @param page From 0.
 * @returns The page, and how many there are on all pages.
 */
export function sessionPage(
  db: ReadableDb,
  filter: SessionFilter,
  { page, pageSize }: { page: number; pageSize: number },
): { sessions: Session[]; total: number } {
  const { where, values } = conditionOf(filter);
  const total = db.prepare<[object], number>(`SELECT count(*) FROM sessions ${where}`).pluck().get(values) ?? 0;
  const keys = db
    .prepare<[object], number>(
      `SELECT key FROM sessions ${where} ORDER BY started_at DESC, key DESC LIMIT @pageSize OFFSET @offset`,
    )
    .pluck()
    .all({ ...values, pageSize, offset: page * pageSize });
  return { sessions: readSessions(db, keys), total };
}

/** The ids of all that are found, newest first, at most so many. */
export function foundSessionIds(db: ReadableDb, filter: SessionFilter, most: number): string[] {
  const { where, values } = conditionOf(filter);
  return db
    .prepare<[object], string>(`SELECT id FROM sessions ${where} ORDER BY started_at DESC, key DESC LIMIT @most`)
    .pluck()
    .all({ ...values, most });
}

function conditionOf({ childId, fromDay, untilDay, state, only, startedBy }: SessionFilter) {
  const wanted = [
    childId !== null && 'child_id = @childId',
    fromDay !== null && 'started_at >= @fromIso',
    untilDay !== null && 'started_at < @beforeIso',
    startedBy !== null && 'started_by IN (SELECT id FROM users WHERE name = @startedBy)',
    state !== null && IN_STATE[state],
    only !== null && ONLY[only],
  ].filter((each) => each !== false);
  const where = wanted.length === 0 ? '' : `WHERE ${wanted.join(' AND ')}`;
  const values = {
    ...(childId !== null && { childId }),
    ...(fromDay !== null && { fromIso: startOfDay(fromDay).toISOString() }),
    ...(untilDay !== null && { beforeIso: startOfDay(dayAfter(untilDay)).toISOString() }),
    ...(startedBy !== null && { startedBy }),
  };
  return { where, values };
}

/** The names of all who ever began a session, by name; two of the same name are one. */
export function listStarters(db: ReadableDb): string[] {
  return db
    .prepare<[], string>(
      `SELECT DISTINCT name FROM users WHERE EXISTS (SELECT 1 FROM sessions WHERE started_by = users.id)
       ORDER BY name COLLATE NOCASE`,
    )
    .pluck()
    .all();
}
