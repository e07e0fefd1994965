import { readSetting, writeSetting } from '../settings.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

/** After how many months something is erased by the program itself; null for never. */
export interface RetentionRules {
  /** Sessions, from when they began, with all that stands of them. */
  readonly readingsMonths: number | null;
  /** Exports that are kept in the store, from when they were asked for. */
  readonly exportsMonths: number | null;
}

/** What the rules take. */
export interface RetentionCounts {
  readonly sessions: number;
  readonly readings: number;
  readonly exports: number;
}

/** What they took when they last took something. */
export interface RetentionRun extends Pick<RetentionCounts, 'sessions' | 'exports'> {
  readonly atIso: string;
}

const RULES = 'retention-rules';
const LAST_RUN = 'retention-last-run';

/** Nothing is erased by a rule that no administrator has set. */
const AS_SHIPPED: RetentionRules = { readingsMonths: null, exportsMonths: null };

export function readRetentionRules(db: ReadableDb): RetentionRules {
  return (readSetting(db, RULES) as RetentionRules | null) ?? AS_SHIPPED;
}

export function writeRetentionRules(db: WritableDb, rules: RetentionRules): void {
  writeSetting(db, RULES, rules);
}

export function readLastRetentionRun(db: ReadableDb): RetentionRun | null {
  return readSetting(db, LAST_RUN) as RetentionRun | null;
}

export function writeLastRetentionRun(db: WritableDb, run: RetentionRun): void {
  writeSetting(db, LAST_RUN, run);
}

/** The same day and time so many months before; the last of the month where that has no such day. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), last));
  return then;
}

const beforeIso = (now: Date, months: number | null) =>
  months === null ? null : monthsBefore(now, months).toISOString();

const OLD_SESSIONS = "started_at < @beforeIso AND state <> 'running'";
const OLD_EXPORTS = "started_at < @beforeIso AND state <> 'running'";

/** What the rules would take now. */
export function countByRule(db: ReadableDb, rules: RetentionRules, now: Date): RetentionCounts {
  const count = (sql: string, months: number | null) =>
    db
      .prepare<[object], number>(sql)
      .pluck()
      .get({ beforeIso: beforeIso(now, months) }) ?? 0;
  return {
    sessions: count(`SELECT count(*) FROM sessions WHERE ${OLD_SESSIONS}`, rules.readingsMonths),
    readings: count(`SELECT sum(sample_count) FROM sessions WHERE ${OLD_SESSIONS}`, rules.readingsMonths),
    exports: count(`SELECT count(*) FROM exports WHERE ${OLD_EXPORTS}`, rules.exportsMonths),
  };
}

/** The oldest sessions that the rules take, by id. */
export function sessionsByRule(
  db: ReadableDb,
  rules: RetentionRules,
  { now, most }: { now: Date; most: number },
): string[] {
  return db
    .prepare<[object], string>(`SELECT id FROM sessions WHERE ${OLD_SESSIONS} ORDER BY started_at LIMIT @most`)
    .pluck()
    .all({ beforeIso: beforeIso(now, rules.readingsMonths), most });
}

export function exportsByRule(db: ReadableDb, rules: RetentionRules, now: Date): string[] {
  return db
    .prepare<[object], string>(`SELECT id FROM exports WHERE ${OLD_EXPORTS} ORDER BY started_at`)
    .pluck()
    .all({ beforeIso: beforeIso(now, rules.exportsMonths) });
}
