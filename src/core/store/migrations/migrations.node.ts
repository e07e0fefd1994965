import type Database from 'better-sqlite3-multiple-ciphers';
import { SQL as FIRST } from './0001-first.ts';

/**
 * Every change of the schema, oldest first. A file made by version n of the program has run the first n of them, and
 * says so in SQLite's `user_version`. An entry that was ever released is never edited: a mistake is put right by a
 * later one.
 */
export const MIGRATIONS: readonly string[] = [FIRST];

/**
 * Brings a file's schema from its own version to the newest, each step in its own transaction.
 *
 * @param migrations Handed in so that a test can take the steps one by one.
 * @throws RangeError if the file is newer than `migrations`; the caller checks that first, with a better message.
 */
export function migrate(db: Database.Database, migrations: readonly string[] = MIGRATIONS): void {
  const from = schemaVersion(db);
  if (from > migrations.length) {
    throw new RangeError(`a schema version of at most ${migrations.length} was expected; found ${from}`);
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < from) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}

/** How many migrations a file has run: 0 for an empty one. */
export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
