import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { ERASE_PLAN } from './erase-plan.ts';
import { ERASED_KINDS, type ErasedCounts, type ErasedKind } from './erased-kinds.ts';
import { type ErasureScope, valuesOf } from './erasure-scope.node.ts';
import { leaveExports } from './leave-exports.node.ts';

/** How much of each kind there is of what is to be erased. */
export function countErasure(db: ReadableDb, scope: ErasureScope): ErasedCounts {
  const counts = Object.fromEntries(ERASED_KINDS.map((kind) => [kind, 0])) as Record<ErasedKind, number>;
  for (const { table, kind, where } of partsOf(scope)) {
    if (kind === null) continue;
    counts[kind] +=
      db
        .prepare<[Record<string, unknown>], number>(`SELECT count(*) FROM ${table} WHERE ${where}`)
        .pluck()
        .get(valuesOf(scope)) ?? 0;
  }
  return counts;
}

/** The plan's tables that this takes rows from, those that others refer to first. */
export function partsOf({ whole }: Pick<ErasureScope, 'whole'>) {
  return ERASE_PLAN.filter((part) => part.with.includes(whole));
}

/**
 * Takes everything of it out of the store. What refers to it from elsewhere does so no more. The bytes are
 * gone for good only when overwriteDeleted has been called, outside of the transaction.
 *
 * The sealed files of videos are whoever's who holds the folder: nothing names them any more.
 */
export function eraseRows(db: WritableDb, scope: ErasureScope): ErasedCounts {
  return inTransaction(db, () => {
    const counts = countErasure(db, scope);
    const values = valuesOf(scope);
    if (scope.whole === 'child' || scope.whole === 'session') {
      leaveExports(db, scope);
      db.prepare(
        `UPDATE sessions SET live_session_id = NULL
         WHERE live_session_id IN (SELECT value FROM json_each(?))`,
      ).run(values.sessionIds);
    }
    for (const { table, where } of partsOf(scope).toReversed()) {
      db.prepare<[Record<string, unknown>]>(`DELETE FROM ${table} WHERE ${where}`).run(values);
    }
    return counts;
  });
}

/**
 * Writes the store's file anew without anything that was deleted, moves the log beside it into it and cuts that off. Needed
 * beside `secure_delete`: SQLite overwrites what it deletes, and leaves copies of rows where it had moved them from one page to
 * another before (see docs/behaviour.md). Takes as long as writing the whole file does, and nothing else is written meanwhile.
 *
 * @returns False while somebody else reads or writes: to be called again.
 * @throws Database.SqliteError where there is no room for a second copy of the store.
 */
export function overwriteDeleted(db: WritableDb): boolean {
  const waitMs = db.prepare<[], number>('PRAGMA busy_timeout').pluck().get() ?? 0;
  // Whoever reads for long is not waited for: it is tried again instead.
  db.prepare('PRAGMA busy_timeout = 0').get();
  try {
    if (!isLogCutOff(db)) return false;
    db.prepare('VACUUM').run();
    return isLogCutOff(db);
  } finally {
    db.prepare(`PRAGMA busy_timeout = ${waitMs}`).get();
  }
}

function isLogCutOff(db: WritableDb): boolean {
  return db.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
}
