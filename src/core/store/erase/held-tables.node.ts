import type { ReadableDb } from '../store.node.ts';
import type { Held } from './held.ts';

/**
 * What waits to be erased lies in tables of its own, a set of them for each erasure: no list, search, report, dataset or archive
 * can show it, since none of them knows these tables.
 */

/** The table that holds an erasure's rows of another one. */
export const heldTable = (erasureId: string, table: string) => `held_${erasureId.replaceAll('-', '')}_${table}`;

const HELD = /^held_[0-9a-f]{32}_/;

/** Of which table rows are held in this one; null for one that holds none. */
export function tableHeldIn(name: string): string | null {
  return HELD.test(name) ? name.replace(HELD, '') : null;
}

/** All tables that hold rows of a table, of whatever erasure. */
export function tablesHolding(db: ReadableDb, table: string): string[] {
  return heldTables(db).filter((name) => tableHeldIn(name) === table);
}

/** The tables of an erasure, as those are called of which they hold rows. */
export function tablesOf(db: ReadableDb, erasureId: string): Set<string> {
  const prefix = heldTable(erasureId, '');
  return new Set(
    heldTables(db)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length)),
  );
}

/** The code of the child of whom something waits; null where it is nowhere any more. */
export function heldCode(db: ReadableDb, erasureId: string, { childId }: Held): string | null {
  const places = tablesOf(db, erasureId).has('children')
    ? [heldTable(erasureId, 'children')]
    : ['children', ...tablesHolding(db, 'children')];
  const all = places.map((place) => `SELECT code FROM ${place} WHERE id = @childId`).join(' UNION ALL ');
  return db.prepare<object, string>(all).pluck().get({ childId }) ?? null;
}

function heldTables(db: ReadableDb): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'held\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all();
}
