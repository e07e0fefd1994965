import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { ERASE_PLAN } from './erase-plan.ts';
import type { Held } from './held.ts';
import { heldTable, tablesOf } from './held-tables.node.ts';
import { dropHeld } from './hold.node.ts';

/** Why something cannot come back. */
export type NotPutBack = 'code-taken' | 'child-not-there' | 'session-not-there';

/** Keys that SQLite gives again once they are free, and the columns that name them in other tables. */
const KEYS = [
  { table: 'sessions', key: 'key', named: 'session_key' },
  { table: 'dataset_images', key: 'key', named: 'image_key' },
  { table: 'rating_stretches', key: 'key', named: 'stretch_key' },
  { table: 'gaps', key: 'id', named: null },
  { table: 'image_labels', key: 'key', named: null },
] as const;

/**
 * Moves what an erasure holds back to where it was. Rows that hang on something that was removed meanwhile (an export, a dataset,
 * a training) cannot: they go.
 *
 * @returns How many rows did not come back; or why nothing does.
 */
export function putBackHeld(db: WritableDb, erasureId: string, held: Held): { readonly lost: number } | NotPutBack {
  return inTransaction(db, () => {
    const tables = tablesOf(db, erasureId);
    const obstacle = obstacleOf(db, erasureId, { tables, held });
    if (obstacle) return obstacle;
    const name = (table: string) => heldTable(erasureId, table);
    for (const each of KEYS) if (tables.has(each.table)) freeKeys(db, { ...each, tables, name });
    if (tables.has('baselines')) {
      // Another one may have become the child's meanwhile: there is one at most.
      db.prepare(
        `UPDATE ${name('baselines')} SET is_active = 0
         WHERE child_id IN (SELECT child_id FROM baselines WHERE is_active = 1)`,
      ).run();
    }
    if (tables.has('sessions')) {
      db.prepare(
        `UPDATE ${name('sessions')} SET live_session_id = NULL WHERE live_session_id NOT IN
         (SELECT id FROM sessions UNION SELECT id FROM ${name('sessions')})`,
      ).run();
    }
    if (tables.has('exports')) putBackExports(db, name('exports'), held.sessionIds);
    let lost = 0;
    for (const { table } of ERASE_PLAN) if (tables.has(table)) lost += putBackTable(db, table, name(table));
    for (const { id, liveId } of held.films) {
      db.prepare(
        `UPDATE sessions SET live_session_id = @liveId
         WHERE id = @id AND live_session_id IS NULL AND EXISTS (SELECT 1 FROM sessions WHERE id = @liveId)`,
      ).run({ id, liveId });
    }
    dropHeld(db, erasureId);
    return { lost };
  });
}

function obstacleOf(
  db: ReadableDb,
  erasureId: string,
  { tables, held }: { readonly tables: ReadonlySet<string>; readonly held: Held },
): NotPutBack | null {
  if (tables.has('children')) {
    const same = `SELECT 1 FROM children JOIN ${heldTable(erasureId, 'children')} AS held ON held.code = children.code COLLATE NOCASE`;
    return db.prepare(same).get() ? 'code-taken' : null;
  }
  if (!db.prepare('SELECT 1 FROM children WHERE id = ?').get(held.childId)) return 'child-not-there';
  if (tables.has('sessions')) return null;
  return db.prepare('SELECT 1 FROM sessions WHERE id = ?').get(held.sessionIds[0]) ? null : 'session-not-there';
}

interface Renumbering {
  readonly table: string;
  readonly key: string;
  readonly named: string | null;
  readonly tables: ReadonlySet<string>;
  readonly name: (table: string) => string;
}

function freeKeys(db: WritableDb, { table, key, named, tables, name }: Renumbering): void {
  const isTaken = db
    .prepare(`SELECT 1 FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${name(table)}) LIMIT 1`)
    .get();
  if (!isTaken) return;
  const shift = db.prepare<[], number>(`SELECT max(${key}) FROM ${table}`).pluck().get();
  db.prepare(`UPDATE ${name(table)} SET ${key} = ${key} + ?`).run(shift);
  for (const other of named === null ? [] : tables) {
    if (!columnsOf(db, name(other)).includes(named!)) continue;
    db.prepare(`UPDATE ${name(other)} SET ${named} = ${named} + ?`).run(shift);
  }
}

/** @returns How many rows did not come back. */
function putBackTable(db: WritableDb, table: string, held: string): number {
  const columns = columnsOf(db, table).filter((column) => columnsOf(db, held).includes(column));
  const list = columns.join(', ');
  const all = db.prepare<[], number>(`SELECT count(*) FROM ${held}`).pluck().get() ?? 0;
  const { changes } = db
    .prepare(`INSERT INTO ${table} (${list}) SELECT ${list} FROM ${held} WHERE ${ownersThere(db, table, held)}`)
    .run();
  return all - changes;
}

function columnsOf(db: ReadableDb, table: string): string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

interface ForeignKey {
  readonly id: number;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
}

/** In SQL: that everything is there to which a row refers. */
function ownersThere(db: ReadableDb, table: string, held: string): string {
  const keys = db
    .prepare<[string], ForeignKey>('SELECT id, "table" AS owner, "from", "to" FROM pragma_foreign_key_list(?)')
    .all(table)
    // Rows of the same table come with this one.
    .filter(({ owner }) => owner !== table);
  const conditions = [...Map.groupBy(keys, ({ id }) => id).values()].map((parts) => {
    const missing = parts.map(({ from }) => `${held}.${from} IS NULL`).join(' OR ');
    const same = parts.map(({ from, to }) => `owner.${to} = ${held}.${from}`).join(' AND ');
    return `(${missing} OR EXISTS (SELECT 1 FROM ${parts[0]!.owner} AS owner WHERE ${same}))`;
  });
  return ['1', ...conditions].join(' AND ');
}

interface ExportRow {
  readonly id: string;
  readonly sessionIds: string;
  readonly problems: string;
}

/** Puts sessions back onto the lists of exports. One that had nothing else comes back; one that somebody removed does not. */
function putBackExports(db: WritableDb, held: string, sessionIds: readonly string[]): void {
  const select = 'SELECT id, session_ids_json AS sessionIds, problems_json AS problems FROM';
  for (const before of db.prepare<[], ExportRow>(`${select} ${held}`).all()) {
    const wanted = JSON.parse(before.sessionIds) as string[];
    const now = db.prepare<[string], ExportRow>(`${select} exports WHERE id = ?`).get(before.id);
    if (!now) {
      if (!wanted.every((id) => sessionIds.includes(id))) continue;
      db.prepare(`INSERT INTO exports SELECT * FROM ${held} WHERE id = ?`).run(before.id);
      continue;
    }
    const there = new Set(JSON.parse(now.sessionIds) as string[]);
    const problems = new Set(
      [...(JSON.parse(before.problems) as object[]), ...(JSON.parse(now.problems) as object[])].map(toText),
    );
    db.prepare('UPDATE exports SET session_ids_json = ?, problems_json = ? WHERE id = ?').run(
      JSON.stringify(wanted.filter((id) => there.has(id) || sessionIds.includes(id))),
      `[${[...problems].join()}]`,
      before.id,
    );
  }
}

const toText = (value: object) => JSON.stringify(value);
