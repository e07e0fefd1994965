import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { openDatabase } from '../open-database.node.ts';

/** Kept beside the store: a folder of data has one. */
export const faceCacheFile = (dataDir: string): string => join(dataDir, 'crops.db');

/** About 2 GB. When it is opened with more, the oldest go. */
const MOST_FACES = 500_000;
/** Another process writes one face at a time, so that a turn comes soon. */
const BUSY_MS = 10_000;

/**
 * Faces that were found once, in one SQLite file that any number of processes may use at once. What is put is sealed
 * already: the file is not encrypted as a whole, so that it can be used without anybody's password.
 */
export interface OpenFaceCache extends Disposable {
  get(name: Uint8Array): Uint8Array | null;
  put(name: Uint8Array, sealed: Uint8Array): void;
}

/**
 * Opens the cache, or makes a new one; its folder is made if need be.
 *
 * @returns Caller disposes.
 * @throws Error if the file cannot be used; its message says what to do.
 */
export function openFaceCache(file: string, mostFaces = MOST_FACES): OpenFaceCache {
  let db: Database.Database | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    db = openDatabase(file, { timeout: BUSY_MS });
    db.pragma('journal_mode = WAL');
    // After a power cut the last faces may be missing: they are found again.
    db.pragma('synchronous = NORMAL');
    db.exec(
      'CREATE TABLE IF NOT EXISTS crops (id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL) STRICT',
    );
    db.prepare('DELETE FROM crops WHERE id <= (SELECT max(id) FROM crops) - ?').run(mostFaces);
    return usingDatabase(db);
  } catch (cause) {
    db?.close();
    throw new Error(
      `the cache of faces ${file} cannot be used (${(cause as Error).message}): delete it, since all in it can be found ` +
        'again, or go without it',
      { cause },
    );
  }
}

function usingDatabase(db: Database.Database): OpenFaceCache {
  const select = db.prepare<[Uint8Array], Buffer>('SELECT sealed FROM crops WHERE name = ?').pluck();
  const insert = db.prepare<[Uint8Array, Uint8Array]>('INSERT OR REPLACE INTO crops (name, sealed) VALUES (?, ?)');
  return {
    get: (name) => select.get(name) ?? null,
    put: (name, sealed) => {
      insert.run(name, sealed);
    },
    [Symbol.dispose]: () => db.close(),
  };
}
