import type { SessionState } from '../../emotion/session.ts';
import { dayAfter, localDate } from '../local-date.ts';
import type { ReadableDb } from '../store.node.ts';
import { type Child, childrenOf } from './children.node.ts';
import type { FoundChildren } from './found-children.ts';

/** A consent that ends within so many days is worth a word, so that it can be renewed in time. */
export const SOON_DAYS = 14;

export interface ChildFilter {
  /** Part of the code, in capitals or not; '' for every code. */
  readonly code: string;
  readonly show: FoundChildren | null;
}

/** What a child's last session was, without its readings. */
export interface LastSession {
  readonly id: string;
  readonly startedAtIso: string;
  readonly durationMs: number;
  readonly state: SessionState;
}

/** A child who may be watched today. */
export interface ChildToday {
  readonly id: string;
  readonly code: string;
  /** The last day on which a consent to watch holds, yyyy-mm-dd. */
  readonly untilDate: string;
  /** Null before the first one. One that is not this child's is not counted. */
  readonly lastSession: LastSession | null;
}

/** The last day on which a consent that covers watching holds, of those that hold now; no row without one. */
const HELD_UNTIL = `
  SELECT child_id, max(until_date) AS until_date FROM consents
  WHERE monitor = 1 AND withdrawn_at IS NULL AND expired_at IS NULL AND doubted_at IS NULL AND from_at <= @now AND until_date >= @today GROUP BY child_id`;

const SHOWN: Readonly<Record<FoundChildren, string>> = {
  'may-be-watched': 'held.until_date IS NOT NULL',
  'ends-soon': 'held.until_date <= @soon',
  'no-consent': 'held.until_date IS NULL',
};

/**
 * A page of children by code, with their consents.
 *
 * @param page From 0.
 * @returns The page, and how many there are on all pages.
 */
export function childPage(
  db: ReadableDb,
  { code, show }: ChildFilter,
  { page, pageSize, now }: { page: number; pageSize: number; now: Date },
): { children: Child[]; total: number } {
  const from = `FROM children LEFT JOIN (${HELD_UNTIL}) AS held ON held.child_id = children.id
    WHERE code LIKE @like ESCAPE '\\' ${show === null ? '' : `AND ${SHOWN[show]}`}`;
  const values = { ...days(now), like: `%${escaped(code)}%` };
  const total = db.prepare<[object], number>(`SELECT count(*) ${from}`).pluck().get(values) ?? 0;
  const ids = db
    .prepare<[object], string>(`SELECT children.id ${from} ORDER BY code COLLATE NOCASE LIMIT @pageSize OFFSET @offset`)
    .pluck()
    .all({ ...values, pageSize, offset: page * pageSize });
  return { children: childrenOf(db, ids, now), total };
}

/** Ids and codes of all children, by code. */
export function listChildCodes(db: ReadableDb): Pick<Child, 'id' | 'code'>[] {
  return db.prepare<[], Pick<Child, 'id' | 'code'>>('SELECT id, code FROM children ORDER BY code COLLATE NOCASE').all();
}

/**
 * A page of the children who may be watched now: who was watched last first, and those who never were by code.
 *
 * @param page From 0.
 */
export function childrenToday(
  db: ReadableDb,
  { code }: Pick<ChildFilter, 'code'>,
  { page, pageSize, now }: { page: number; pageSize: number; now: Date },
): { children: ChildToday[]; total: number } {
  const from = `FROM children JOIN (${HELD_UNTIL}) AS held ON held.child_id = children.id
    LEFT JOIN sessions ON sessions.key =
      (SELECT key FROM sessions AS his WHERE his.child_id = children.id AND his.set_aside_at IS NULL
       ORDER BY his.started_at DESC, his.key DESC LIMIT 1)
    WHERE code LIKE @like ESCAPE '\\'`;
  const values = { ...days(now), like: `%${escaped(code)}%` };
  const total = db.prepare<[object], number>(`SELECT count(*) ${from}`).pluck().get(values) ?? 0;
  const children = db
    .prepare<[object], TodayRow>(
      `SELECT children.id, code, held.until_date AS untilDate, sessions.id AS sessionId,
              sessions.started_at AS startedAtIso, sessions.duration_ms AS durationMs, sessions.state
       ${from} ORDER BY sessions.started_at DESC NULLS LAST, code COLLATE NOCASE LIMIT @pageSize OFFSET @offset`,
    )
    .all({ ...values, pageSize, offset: page * pageSize })
    .map(({ id, code, untilDate, sessionId, startedAtIso, durationMs, state }) => ({
      id,
      code,
      untilDate,
      lastSession: sessionId === null ? null : { id: sessionId, startedAtIso, durationMs, state },
    }));
  return { children, total };
}

/** How many children's consent to watch ends within {@link SOON_DAYS} days. */
export function countEndingSoon(db: ReadableDb, now: Date): number {
  return db
    .prepare<[object], number>(`SELECT count(*) FROM (${HELD_UNTIL}) AS held WHERE ${SHOWN['ends-soon']}`)
    .pluck()
    .get(days(now))!;
}

type TodayRow = Pick<ChildToday, 'id' | 'code' | 'untilDate'> &
  Omit<LastSession, 'id'> & { readonly sessionId: string | null };

function days(now: Date): { now: string; today: string; soon: string } {
  const today = localDate(now);
  let soon = today;
  for (let day = 0; day < SOON_DAYS; day += 1) soon = dayAfter(soon);
  return { now: now.toISOString(), today, soon };
}

/** Signs that LIKE would take for more than themselves. */
function escaped(code: string): string {
  return code.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
