import { dayAfter, startOfDay } from '../local-date.ts';
import type { ReadableDb } from '../store.node.ts';
import type { FoundState } from './found-states.ts';
import { readSessions, type Session } from './sessions.node.ts';

/** Which sessions are looked for; null sets no bound. */
export interface SessionFilter {
  readonly childId: string | null;
  /** First and last day on this site's calendar, yyyy-mm-dd. */
  readonly fromDay: string | null;
  readonly untilDay: string | null;
  readonly state: FoundState | null;
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
  const { childId, fromDay, untilDay, state, startedBy } = filter;
  const wanted = [
    childId !== null && 'child_id = @childId',
    fromDay !== null && 'started_at >= @fromIso',
    untilDay !== null && 'started_at < @beforeIso',
    startedBy !== null && 'started_by IN (SELECT id FROM users WHERE name = @startedBy)',
    state !== null && IN_STATE[state],
  ].filter((each) => each !== false);
  const where = wanted.length === 0 ? '' : `WHERE ${wanted.join(' AND ')}`;
  const values = {
    ...(childId !== null && { childId }),
    ...(fromDay !== null && { fromIso: startOfDay(fromDay).toISOString() }),
    ...(untilDay !== null && { beforeIso: startOfDay(dayAfter(untilDay)).toISOString() }),
    ...(startedBy !== null && { startedBy }),
  };
  const total = db.prepare<[object], number>(`SELECT count(*) FROM sessions ${where}`).pluck().get(values) ?? 0;
  const keys = db
    .prepare<[object], number>(
      `SELECT key FROM sessions ${where} ORDER BY started_at DESC, key DESC LIMIT @pageSize OFFSET @offset`,
    )
    .pluck()
    .all({ ...values, pageSize, offset: page * pageSize });
  return { sessions: readSessions(db, keys), total };
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
