import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** Somebody who cannot sign in any more, and whose name the store still has. */
export interface RemovedUser {
  readonly id: string;
  readonly name: string;
}

/** What stands in the place of an erased name: sessions and entries keep saying that one person made them, and not who. */
const markOfUser = (id: string) => `erased-${id.slice(0, 8)}`;

/** Removed users whose names are still there, by name. */
export function removedUsers(db: ReadableDb): RemovedUser[] {
  return db
    .prepare<[], RemovedUser>('SELECT id, name FROM users WHERE removed_at IS NOT NULL ORDER BY name COLLATE NOCASE')
    .all()
    .filter(({ id, name }) => name !== markOfUser(id));
}

/**
 * Puts a mark in the place of a removed user's name. Where the name stands as a text of its own beside their id (who approved a
 * model, who asked for an erasure) it is replaced as well, unless somebody else here is or was called the same: it may be them.
 * The audit log stays as it is: it would not be one otherwise.
 *
 * @returns In how many places.
 */
export function eraseUserName(db: WritableDb, { id, name }: RemovedUser): number {
  return inTransaction(db, () => {
    const mark = markOfUser(id);
    const isShared =
      db.prepare('SELECT 1 FROM users WHERE name = ? COLLATE NOCASE AND id <> ?').get(name, id) !== undefined;
    let places = db.prepare('UPDATE users SET name = ? WHERE id = ?').run(mark, id).changes;
    for (const { table, column } of isShared ? [] : TEXTS) {
      places += db
        .prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ? COLLATE NOCASE`)
        .run(mark, name).changes;
    }
    return places;
  });
}

/** Where names stand and not ids. */
const TEXTS = [
  { table: 'models', column: 'approved_by' },
  { table: 'known_sites', column: 'confirmed_by' },
  { table: 'erasures', column: 'asked_by' },
] as const;

/** Entries of the audit log under a name. */
export function countEntriesBy(db: ReadableDb, name: string): number {
  return (
    db.prepare<[string], number>('SELECT count(*) FROM audit WHERE user_name = ? COLLATE NOCASE').pluck().get(name) ?? 0
  );
}
