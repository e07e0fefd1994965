import { type AuditBeginningVerdict, readAuditBeginning } from '../../security/audit-beginning.node.ts';
import type { ReadableDb } from '../store.node.ts';

/** The newest statement of where the log begins, as the site signed it; null for a log that begins with entry 1. */
export function beginningText(db: ReadableDb): string | null {
  // A store of an earlier version is read before it is brought up to date.
  const isThere = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit_cuts'").get();
  if (isThere === undefined) return null;
  return (
    db.prepare<[], string>('SELECT statement_json FROM audit_cuts ORDER BY last_sequence DESC LIMIT 1').pluck().get() ??
    null
  );
}

export function readBeginning(db: ReadableDb): AuditBeginningVerdict | null {
  const text = beginningText(db);
  return text === null ? null : readAuditBeginning(text);
}

/** The hash of an entry with which a cut ended; null where none did. */
export function cutHashAt(db: ReadableDb, sequence: number): string | null {
  if (beginningText(db) === null) return null;
  const text = db
    .prepare<[number], string>('SELECT statement_json FROM audit_cuts WHERE last_sequence = ?')
    .pluck()
    .get(sequence);
  const verdict = text === undefined ? null : readAuditBeginning(text);
  return verdict?.kind === 'genuine' ? verdict.beginning.lastHash : null;
}
