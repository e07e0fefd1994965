import { rmSync } from 'node:fs';
import type { AuditHead } from '../../security/audit-head.ts';
import { auditEntryAt, verifyAudit } from '../audit.node.ts';
import { auditHead } from '../audit-head.node.ts';
import { closeStore, openReader, type ReadableDb, type WritableDb } from '../store.node.ts';
import { STORE_SUFFIXES } from '../write-ahead-log/keep-damaged.node.ts';

/** A copy of a store was not as the store itself; it has been removed. */
class FalseCopyError extends Error {
  override readonly name = 'FalseCopyError';

  constructor(found: string) {
    super(`the copy of the store is not as the store itself, and was removed: ${found}`);
  }
}

/** What a copy was checked for. */
interface CheckedCopy {
  readonly tables: number;
  readonly rows: number;
  readonly head: AuditHead | null;
}

/**
 * Copies a store that is open and in use, as it is at one moment, encrypted under the same key; then opens the copy and checks
 * every page, every index, the audit log's chain, and how many rows each table has.
 *
 * Works beside the thread that writes, on a connection of its own. VACUUM INTO and not SQLite's backup, which the cipher
 * refuses (see docs/behaviour.md), nor `serialize`, which would give the store in clear.
 *
 * @param file Where there is nothing yet. Nothing is left there when this throws.
 * @throws FalseCopyError
 */
export function copyStore(db: ReadableDb, file: string, key: Uint8Array): CheckedCopy {
  removeStore(file);
  try {
    const before = countRows(db);
    const headBefore = auditHead(db);
    db.prepare('VACUUM INTO ?').run(file);
    const checked = checkCopy(file, key, headBefore);
    compareCounts(checked.counts, before, countRows(db));
    return {
      tables: checked.counts.size,
      rows: [...checked.counts.values()].reduce((sum, rows) => sum + rows, 0),
      head: checked.head,
    };
  } catch (error) {
    removeStore(file);
    throw error;
  }
}

export function removeStore(file: string): void {
  for (const suffix of [...STORE_SUFFIXES, '-journal']) rmSync(file + suffix, { force: true });
}

/** Rows of each table. */
export function countRows(db: ReadableDb): Map<string, number> {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all();
  return new Map(
    tables.map((table) => [table, db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0]),
  );
}

function checkCopy(file: string, key: Uint8Array, known: AuditHead | null) {
  const copy = openReader(file, key);
  try {
    const pages = copy.prepare<[], string>('PRAGMA integrity_check(1)').pluck().get();
    if (pages !== 'ok') throw new FalseCopyError(String(pages));
    const chain = verifyAudit(copy);
    // A chain that is broken in the store is broken in its copy: it is the copy that is judged here.
    if (chain.kind === 'intact' && known && auditEntryAt(copy, known.entries)?.hash !== known.lastHash) {
      throw new FalseCopyError(`entry ${known.entries} of the audit log is not in it`);
    }
    return { counts: countRows(copy), head: auditHead(copy) };
  } finally {
    closeStore(copy as WritableDb);
  }
}

/** What is written or deleted while the copy is made may or may not be in it. */
function compareCounts(
  found: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void {
  for (const [table, rows] of before) {
    const [least, most] = [Math.min(rows, after.get(table) ?? 0), Math.max(rows, after.get(table) ?? 0)];
    const copied = found.get(table);
    if (copied === undefined) throw new FalseCopyError(`the table ${table} is not in it`);
    if (copied < least || copied > most) {
      throw new FalseCopyError(`the table ${table} has ${copied} rows in it; ${least} to ${most} were expected`);
    }
  }
}
