import type { ReadableDb } from '../store.node.ts';
import { partsOf } from './erase.node.ts';
import type { NamedPlace } from './erased-kinds.ts';
import { type ErasureScope, valuesOf } from './erasure-scope.node.ts';
import { listHeld } from './erasures.node.ts';
import { heldTable, tableHeldIn } from './held-tables.node.ts';

/** Where a code still stands, and in how many rows. */
interface StillNamed {
  readonly place: NamedPlace;
  readonly rows: number;
}

const PLACE_OF: Readonly<Record<string, NamedPlace>> = {
  sessions: 'words',
  markers: 'words',
  observations: 'words',
  annotations: 'words',
  baselines: 'words',
  cautions: 'words',
  consents: 'words',
  datasets: 'datasets',
  dataset_images: 'datasets',
  dataset_files: 'datasets',
  runs: 'trainings',
  run_log: 'trainings',
  studies: 'trainings',
  models: 'trainings',
  model_decisions: 'trainings',
  audit: 'audit',
};

/**
 * Where a child's code stands in the texts of a store beside what an erasure takes: free words about somebody else, images of
 * a folder, a list of whom a training left out. Read as a word: "C-1" is not named by "C-17".
 *
 * @param scope What is still to be erased; null when it has been.
 */
export function stillNamed(db: ReadableDb, code: string, scope: ErasureScope | null): StillNamed[] {
  const isNamed = new RegExp(`(?<![A-Za-z0-9-])${code.replace(/[^\w-]/g, '\\$&')}(?![A-Za-z0-9-])`, 'i');
  const going = new Map(scope ? partsOf(scope).map(({ table, where }) => [table, where]) : []);
  const found = new Map<NamedPlace, number>();
  // What waits of the same child goes with it.
  const own = scope
    ? listHeld(db)
        .filter(({ held }) => held.childId === scope.of.childId)
        .map(({ id }) => heldTable(id, ''))
    : [];
  for (const [table, columns] of textColumns(db)) {
    // Lists of sessions, which the erasure itself goes through.
    if (scope && table === 'exports') continue;
    if (own.some((each) => table.startsWith(each))) continue;
    const where = columns.map((column) => `instr(lower(${column}), lower(@code)) > 0`).join(' OR ');
    const stays = going.has(table) ? ` AND NOT (${going.get(table)})` : '';
    const rows = db
      .prepare<[Record<string, unknown>], Record<string, unknown>>(
        `SELECT ${columns.join(', ')} FROM ${table} WHERE (${where})${stays}`,
      )
      .all({ ...(scope && valuesOf(scope)), code })
      .filter((row) => Object.values(row).some((value) => typeof value === 'string' && isNamed.test(value))).length;
    const place = PLACE_OF[tableHeldIn(table) ?? table] ?? 'elsewhere';
    if (rows > 0) found.set(place, (found.get(place) ?? 0) + rows);
  }
  return [...found].map(([place, rows]) => ({ place, rows }));
}

function textColumns(db: ReadableDb): Map<string, string[]> {
  const all = db
    .prepare<[], { table: string; name: string }>(
      `SELECT tables.name AS "table", columns.name AS name
       FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND columns.type = 'TEXT'
       ORDER BY tables.name, columns.cid`,
    )
    .all();
  const byTable = Map.groupBy(all, ({ table }) => table);
  return new Map([...byTable].map(([table, columns]) => [table, columns.map(({ name }) => name)]));
}
