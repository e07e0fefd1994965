import { inTransaction, type WritableDb } from '../store.node.ts';
import { eraseRows, partsOf } from './erase.node.ts';
import { type ErasureScope, valuesOf } from './erasure-scope.node.ts';
import type { Held } from './held.ts';
import { heldTable, tablesOf } from './held-tables.node.ts';

/**
 * Moves everything of it out of the store's tables into tables of the erasure, where nothing but {@link putBackHeld} and
 * {@link dropHeld} looks. To the rest of the program it is erased.
 */
export function holdRows(db: WritableDb, erasureId: string, scope: ErasureScope): Pick<Held, 'films'> {
  return inTransaction(db, () => {
    const values = valuesOf(scope);
    const hold = (table: string, where: string) => {
      const held = heldTable(erasureId, table);
      db.prepare(`CREATE TABLE ${held} AS SELECT * FROM ${table} WHERE 0`).run();
      const { changes } = db.prepare<[object]>(`INSERT INTO ${held} SELECT * FROM ${table} WHERE ${where}`).run(values);
      if (changes === 0) db.prepare(`DROP TABLE ${held}`).run();
    };
    for (const { table, where } of partsOf(scope)) hold(table, where);
    const isWhole = scope.whole === 'child' || scope.whole === 'session';
    // As they were before these sessions were taken off their lists.
    if (isWhole) {
      hold(
        'exports',
        `EXISTS (SELECT 1 FROM json_each(session_ids_json) AS each
                 WHERE each.value IN (SELECT value FROM json_each(@sessionIds)))`,
      );
    }
    const films = isWhole
      ? db
          .prepare<{ sessionIds: string }, { id: string; liveId: string }>(
            `SELECT id, live_session_id AS liveId FROM sessions
             WHERE live_session_id IN (SELECT value FROM json_each(@sessionIds))
               AND id NOT IN (SELECT value FROM json_each(@sessionIds))`,
          )
          .all({ sessionIds: values.sessionIds! })
      : [];
    eraseRows(db, scope);
    return { films };
  });
}

/** Deletes what an erasure holds. The bytes are gone for good only when overwriteDeleted has been called. */
export function dropHeld(db: WritableDb, erasureId: string): void {
  inTransaction(db, () => {
    for (const table of tablesOf(db, erasureId)) dropHeldTable(db, erasureId, table);
  });
}

export function dropHeldTable(db: WritableDb, erasureId: string, table: string): void {
  const held = heldTable(erasureId, table);
  // Row by row first: what DROP frees at once is not overwritten everywhere.
  db.prepare(`DELETE FROM ${held}`).run();
  db.prepare(`DROP TABLE ${held}`).run();
}
