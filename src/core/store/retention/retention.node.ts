import { readSetting, writeSetting } from '../settings.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';
import { isCutDue, oldEntries } from './cut-audit.node.ts';
import { monthsBefore } from './months-before.ts';

/** After how many months something is erased by the program itself; null for never. */
export interface RetentionRules {
  /** Sessions, from when they began, with all that stands of them. */
  readonly readingsMonths: number | null;
  /** Kept pictures, from when their sessions began. */
  readonly picturesMonths: number | null;
  /** Exports that are kept in the store, from when they were asked for. */
  readonly exportsMonths: number | null;
  /** Entries of the audit log. */
  readonly auditMonths: number | null;
}

/** What the rules take. */
export interface RetentionCounts {
  readonly sessions: number;
  readonly readings: number;
  /** Without those of sessions that go themselves. */
  readonly pictures: number;
  readonly exports: number;
  /** Entries of the audit log. */
  readonly audit: number;
}

const RULES = 'retention-rules';
const RULES_BY = 'retention-rules-by';

/** Nothing is erased by a rule that no administrator has set. */
const AS_SHIPPED: RetentionRules = {
  readingsMonths: null,
  picturesMonths: null,
  exportsMonths: null,
  auditMonths: null,
};

export function readRetentionRules(db: ReadableDb): RetentionRules {
  // Rules that an earlier version kept know fewer kinds.
  return { ...AS_SHIPPED, ...(readSetting(db, RULES) as Partial<RetentionRules> | null) };
}

/** @param by Name of who says so. */
export function writeRetentionRules(db: WritableDb, rules: RetentionRules, by: string): void {
  writeSetting(db, RULES, rules);
  writeSetting(db, RULES_BY, by);
}

/** Who last said what is kept for how long; empty where nobody has. */
export function retentionRulesBy(db: ReadableDb): string {
  return (readSetting(db, RULES_BY) as string | null) ?? '';
}

const beforeIso = (now: Date, months: number | null) =>
  months === null ? null : monthsBefore(now, months).toISOString();

/** Of sessions and of exports. */
const OLD = "started_at < @beforeIso AND state <> 'running'";

/** Of kept pictures whose sessions stay. */
const OLD_PICTURES = `
  crops JOIN sessions ON sessions.key = session_key
  WHERE ${OLD} AND (@sessionsBeforeIso IS NULL OR started_at >= @sessionsBeforeIso)`;

/**
 * What the rules would take now.
 *
 * @param isAsked Whether somebody sets them at this moment: otherwise the log is cut once a month.
 */
export function countByRule(
  db: ReadableDb,
  rules: RetentionRules,
  now: Date,
  { isAsked = false } = {},
): RetentionCounts {
  const old = auditByRule(db, rules, now, { isAsked });
  const sessionsBeforeIso = beforeIso(now, rules.readingsMonths);
  const count = (sql: string, months: number | null) =>
    months === null
      ? 0
      : (db
          .prepare<[object], number>(sql)
          .pluck()
          .get({ beforeIso: beforeIso(now, months), sessionsBeforeIso }) ?? 0);
  return {
    sessions: count(`SELECT count(*) FROM sessions WHERE ${OLD}`, rules.readingsMonths),
    readings: count(`SELECT sum(sample_count) FROM sessions WHERE ${OLD}`, rules.readingsMonths),
    pictures: count(`SELECT count(*) FROM ${OLD_PICTURES}`, rules.picturesMonths),
    exports: count(`SELECT count(*) FROM exports WHERE ${OLD}`, rules.exportsMonths),
    audit: old ? old.until - old.from + 1 : 0,
  };
}

/** Videos of sessions that began before a moment, without those of sessions that go themselves. */
export function countOldVideos(
  db: ReadableDb,
  rules: RetentionRules,
  { beforeIso: videosBeforeIso, at }: { readonly beforeIso: string; readonly at: Date },
): number {
  return (
    db
      .prepare<[object], number>(
        `SELECT count(*) FROM videos JOIN sessions ON sessions.key = session_key
         WHERE ${OLD} AND (@sessionsBeforeIso IS NULL OR started_at >= @sessionsBeforeIso)`,
      )
      .pluck()
      .get({ beforeIso: videosBeforeIso, sessionsBeforeIso: beforeIso(at, rules.readingsMonths) }) ?? 0
  );
}

/** The oldest sessions that the rules take, by id. */
export function sessionsByRule(
  db: ReadableDb,
  rules: RetentionRules,
  { now, most }: { now: Date; most: number },
): string[] {
  return db
    .prepare<[object], string>(`SELECT id FROM sessions WHERE ${OLD} ORDER BY started_at LIMIT @most`)
    .pluck()
    .all({ beforeIso: beforeIso(now, rules.readingsMonths), most });
}

/** The oldest sessions that stay and whose pictures the rules take, with how many each has. */
export function picturesByRule(
  db: ReadableDb,
  rules: RetentionRules,
  { now, most }: { now: Date; most: number },
): { readonly sessionId: string; readonly pictures: number }[] {
  return db
    .prepare<[object], { sessionId: string; pictures: number }>(
      `SELECT sessions.id AS sessionId, count(*) AS pictures FROM ${OLD_PICTURES}
       GROUP BY sessions.key ORDER BY started_at LIMIT @most`,
    )
    .all({
      beforeIso: beforeIso(now, rules.picturesMonths),
      sessionsBeforeIso: beforeIso(now, rules.readingsMonths),
      most,
    });
}

export function exportsByRule(db: ReadableDb, rules: RetentionRules, now: Date): string[] {
  return db
    .prepare<[object], string>(`SELECT id FROM exports WHERE ${OLD} ORDER BY started_at`)
    .pluck()
    .all({ beforeIso: beforeIso(now, rules.exportsMonths) });
}

/** The beginning of the audit log that the rules take; null where they take nothing of it yet. */
export function auditByRule(
  db: ReadableDb,
  { auditMonths }: Pick<RetentionRules, 'auditMonths'>,
  now: Date,
  { isAsked = false } = {},
): ReturnType<typeof oldEntries> {
  if (auditMonths === null || !(isAsked || isCutDue(db, now))) return null;
  return oldEntries(db, auditMonths, now);
}
