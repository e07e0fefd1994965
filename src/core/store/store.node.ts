import { existsSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { MIGRATIONS, migrate, schemaVersion } from './migrations/migrations.node.ts';
import { DamagedStoreError, NewerStoreError, StorePathError, WrongKeyError } from './store-errors.ts';
import { isWrittenUnder, KEY_BYTES, rawKeyPragma } from './store-file.node.ts';

/**
 * The store: one encrypted SQLite file. This file opens it; what it holds is read and written by free functions over
 * ReadableDb and WritableDb, a file a topic, beside this one.
 */

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A store that a function promises only to read. */
export type ReadableDb = Pick<Database.Database, 'prepare'> & { readonly [readable]: true };

/** A store that a function may change. Also a ReadableDb. */
export type WritableDb = ReadableDb & Pick<Database.Database, 'transaction'> & { readonly [writable]: true };

/**
 * Makes a new, empty store.
 *
 * @param file Path of a file that does not exist, in a folder that does.
 * @param key 32 random bytes. Whoever loses them loses the store.
 * @returns The open store. Caller closes it with `closeStore`.
 * @throws StorePathError if there is something at the path already. RangeError if the key is not 32 bytes.
 */
export function createStore(file: string, key: Uint8Array): WritableDb {
  if (existsSync(file)) throw new StorePathError(file, 'file');
  const db = connect(file, key);
  try {
    db.pragma('journal_mode = WAL');
    migrate(db);
    // So that the file alone is a store from the beginning, whatever becomes of the log beside it.
    db.pragma('wal_checkpoint(TRUNCATE)');
    return asWritable(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens a store, checks every page in use, and brings its schema up to date.
 *
 * @param key The 32 bytes it was made with.
 * @returns The open store. Caller closes it with `closeStore`.
 * @throws StorePathError if there is no file. WrongKeyError, DamagedStoreError or NewerStoreError as they say; in these
 *   cases nothing was written, neither to the file nor to the write-ahead log beside it.
 */
export function openStore(file: string, key: Uint8Array): WritableDb {
  if (!existsSync(file)) throw new StorePathError(file, 'nothing');
  inspect(file, key);
  const db = connect(file, key);
  try {
    migrate(db);
    return asWritable(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * A second connection for reading beside an open store, for a thread of its own.
 *
 * @param file A store that openStore has opened, so that it is known to be whole and of this version.
 * @returns Closed with the thread that opened it.
 */
export function openReader(file: string, key: Uint8Array): ReadableDb {
  return connect(file, key, { readonly: true, fileMustExist: true }) as Database.Database & WritableDb;
}

/** Moves what is in the write-ahead log into the file and closes both. */
export function closeStore(db: WritableDb): void {
  asDatabase(db).close();
}

/**
 * Runs `work` so that all of it is kept or, if it throws, none. Within another transaction it is a savepoint.
 * Use it to keep an audit entry together with what it records.
 */
export function inTransaction<Result>(db: WritableDb, work: () => Result): Result {
  return asDatabase(db).transaction(work).immediate();
}

/**
 * Looks at a file through a read-only connection, which cannot move the write-ahead log into it: a writable one would
 * do that when it closes, and so write over a damaged file.
 */
function inspect(file: string, key: Uint8Array): void {
  try {
    const db = connect(file, key, { readonly: true });
    try {
      inspectPages(db, file);
    } finally {
      db.close();
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code === 'SQLITE_NOTADB' && !isWrittenUnder(file, key)) throw new WrongKeyError(file);
    if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) {
      throw new DamagedStoreError(file, error.message);
    }
    throw error;
  }
}

function inspectPages(db: Database.Database, file: string): void {
  const [result] = db.prepare<[], string>('PRAGMA quick_check(1)').pluck().all();
  if (result !== 'ok') throw new DamagedStoreError(file, String(result));
  const version = schemaVersion(db);
  if (version === 0) throw new DamagedStoreError(file, 'it holds no tables');
  if (version > MIGRATIONS.length) throw new NewerStoreError(file, { found: version, known: MIGRATIONS.length });
}

function connect(file: string, key: Uint8Array, options: Database.Options = {}): Database.Database {
  if (key.length !== KEY_BYTES) throw new RangeError(`a key of ${KEY_BYTES} bytes was expected; found ${key.length}`);
  const db = new Database(file, options);
  try {
    db.pragma("cipher = 'sqlcipher'");
    db.pragma('legacy = 4');
    db.pragma(rawKeyPragma(key));
    // FULL: a committed batch survives a power cut, not only a killed process.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What is deleted, since consent to keep it ended, is overwritten.
    db.pragma('secure_delete = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The two types are promises made at compile time; underneath is one connection. */
function asWritable(db: Database.Database): WritableDb {
  return db as Database.Database & WritableDb;
}

function asDatabase(db: WritableDb): Database.Database {
  return db as Database.Database & WritableDb;
}
