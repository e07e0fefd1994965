import { type AuditBeginning, writeAuditBeginning } from '../../security/audit-beginning.node.ts';
import type { SigningKey } from '../../security/signature.node.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { appendAudit, auditEntryAt } from '../audit.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { noteTaken } from './last-taken.node.ts';
import { monthsBefore } from './months-before.ts';
import { readBeginning } from './stored-beginnings.node.ts';

/** The beginning of the log that a rule takes: entries one after the other, from the first that is there. */
export interface OldEntries {
  readonly from: number;
  readonly until: number;
}

/**
 * Entries that are older than so many months, from the log's first on to the last before a younger one; null where there is none.
 * One that stands between younger ones, from a day on which the clock was wrong, goes with them.
 */
export function oldEntries(db: ReadableDb, months: number, now: Date): OldEntries | null {
  const beforeIso = monthsBefore(now, months).toISOString();
  const { from, last } = db
    .prepare<[], { from: number | null; last: number | null }>(
      'SELECT min(sequence) AS "from", max(sequence) AS last FROM audit',
    )
    .get()!;
  if (from === null || last === null) return null;
  const young = db
    .prepare<[string], number>('SELECT sequence FROM audit WHERE at >= ? ORDER BY sequence LIMIT 1')
    .pluck()
    .get(beforeIso);
  const until = young === undefined ? last : young - 1;
  return until < from ? null : { from, until };
}

/** Each cut is an entry of its own and has the store's file written anew: once a month is often enough. */
export function isCutDue(db: ReadableDb, now: Date): boolean {
  const last = readBeginning(db);
  return last?.kind !== 'genuine' || Date.parse(last.beginning.cutAtIso) <= monthsBefore(now, 1).getTime();
}

/**
 * Takes the old beginning off the log, for good: an entry tells of it, and the site signs where the log begins from now on.
 *
 * @param by Name of who does it, as in the audit log.
 * @returns How many entries went.
 */
export function cutAudit(
  db: WritableDb,
  {
    old: { from, until },
    by,
    now,
    key,
    ...rule
  }: Pick<AuditBeginning, 'siteName' | 'months' | 'ruleBy'> & {
    readonly old: OldEntries;
    readonly by: string;
    readonly now: Date;
    readonly key: SigningKey;
  },
): number {
  return inTransaction(db, () => {
    const [first, last] = [auditEntryAt(db, from)!, auditEntryAt(db, until)!];
    const statement: AuditBeginning = {
      ...rule,
      entries: until,
      lastHash: last.hash,
      fromEntry: from,
      fromIso: first.atIso,
      untilIso: last.atIso,
      cutAtIso: now.toISOString(),
    };
    appendAudit(db, { userName: by, action: 'audit.cut', subject: subjectOf(statement), now });
    assertOneChanged(
      db
        .prepare('INSERT INTO audit_cuts (last_sequence, statement_json) VALUES (?, ?)')
        .run(until, writeAuditBeginning(statement, key)),
      'noting where the audit log begins',
    );
    const { changes } = db.prepare('DELETE FROM audit WHERE sequence <= ?').run(until);
    noteTaken(db, 'audit', { count: changes, now });
    return changes;
  });
}

/** With the hash, by which the entry is known to be this cut's. */
function subjectOf({ fromEntry, entries, untilIso, lastHash }: AuditBeginning): string {
  return `${fromEntry} to ${entries}, until ${untilIso}, ${lastHash}`;
}
