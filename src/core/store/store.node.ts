// Longer than 300 lines: all the ways in which the one file is made, opened and closed, beside what each promises of the others.
import { existsSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { assertInPlace, rememberPlace } from './in-place.node.ts';
import { MIGRATIONS, migrate, schemaVersion } from './migrations/migrations.node.ts';
import { connect, openUnder } from './opening/connection.node.ts';
import { inspectPages, judgePages, type PageCheck, type PagesFound } from './opening/inspect-pages.node.ts';
import { DamagedLogError, DamagedStoreError, StoreInUseError, StorePathError, WrongKeyError } from './store-errors.ts';
import { isWrittenUnder, rawKeyPragma } from './store-file.node.ts';
import { examineLog, type LogDamage } from './write-ahead-log/examine-log.node.ts';
import { keepDamaged } from './write-ahead-log/keep-damaged.node.ts';

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

/** For a program that is just closing it. */
const WAIT_FOR_LOCK_MS = 500;
/** SQLite's own: some 4 MB of log. */
const CHECKPOINT_PAGES = 1000;

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
    rememberPlace(db, file);
    return asWritable(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A store that was opened, and what of its log was lost: null but where whoever opened it accepted that. */
export interface OpenedStore {
  readonly db: WritableDb;
  readonly passedOver: LogDamage | null;
}

/** What is done before a store of this older version is brought up to date. */
type BeforeMigration = (db: WritableDb, version: number) => void;

interface HowToOpen {
  readonly isAlone?: boolean;
  readonly beforeMigration?: BeforeMigration;
}

/**
 * Opens a store, checks every page in use, and brings its schema up to date.
 *
 * @param key The 32 bytes it was made with.
 * @returns The open store. Caller closes it with `closeStore`.
 * @throws StorePathError if there is no file. WrongKeyError, DamagedStoreError, DamagedLogError or NewerStoreError as they
 *   say; in these cases nothing was written, neither to the file nor to the write-ahead log beside it.
 */
export function openStore(file: string, key: Uint8Array): WritableDb {
  return openStoreWithLoss(file, key, null).db;
}

/**
 * The same where a damaged log need not stand in the way.
 *
 * @param acceptedCopy The copy that a DamagedLogError named: the store is then opened with what is left. Null, and any
 *   other name, accepts nothing. What is left is checked in full before anything is written.
 * @param isAlone False where another program might have it open: then that is asked first.
 * @param beforeMigration Called with a store of an older version as it is. If it throws, the version stays.
 * @throws StoreInUseError if another program has it open.
 */
export function openStoreWithLoss(
  file: string,
  key: Uint8Array,
  acceptedCopy: string | null,
  how: HowToOpen = {},
): OpenedStore {
  const damage = examineOrRefuse(file, key, acceptedCopy);
  judgePages(file, key, inspectPages(file, key, damage ? 'integrity_check(1)' : 'quick_check(1)'));
  return openInspected(file, key, { ...how, damage });
}

/**
 * The same in a time that does not grow with the store where its last end was a clean one: then its pages are still to be
 * checked by whoever opened it, and until that is done its file is not written to (see holdLog). After an unclean end all are
 * checked first, in a thread of their own.
 *
 * @param inspect inspectPages in another thread.
 */
export async function openStoreAtOnce(
  file: string,
  key: Uint8Array,
  acceptedCopy: string | null,
  { inspect, ...how }: HowToOpen & { readonly inspect: Inspect },
): Promise<OpenedStore & { readonly areCheckedPages: boolean }> {
  const damage = examineOrRefuse(file, key, acceptedCopy);
  const isClean = !damage && !hasLog(file);
  const glance = isClean ? inspectPages(file, key, 'glance') : null;
  if (glance) judgePages(file, key, glance);
  // A change of the schema writes, and what is written over cannot be found any more.
  const areCheckedPages = glance?.kind !== 'answered' || glance.version < MIGRATIONS.length;
  const check = damage ? 'integrity_check(1)' : 'quick_check(1)';
  if (areCheckedPages) judgePages(file, key, await inspect(file, key, check));
  const opened = openInspected(file, key, { ...how, damage });
  if (!areCheckedPages) holdLog(opened.db);
  return { ...opened, areCheckedPages };
}

type Inspect = (file: string, key: Uint8Array, check: PageCheck) => Promise<PagesFound>;

/** A store that was closed leaves no log, or an empty one where another connection outlived the closing. */
function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** What of the log is lost, if that was accepted. @throws DamagedLogError or DamagedStoreError if it was not. */
function examineOrRefuse(file: string, key: Uint8Array, acceptedCopy: string | null): LogDamage | null {
  if (!existsSync(file)) throw new StorePathError(file, 'nothing');
  const damage = examineLog(file);
  if (damage) acceptOrRefuse(file, key, { damage, acceptedCopy });
  return damage;
}

function openInspected(
  file: string,
  key: Uint8Array,
  { damage, isAlone = true, beforeMigration = () => undefined }: HowToOpen & { readonly damage: LogDamage | null },
): OpenedStore {
  if (!isAlone) assertOpenNowhere(file, key);
  const db = connect(file, key);
  try {
    // Frames behind the damage would look like damage again after the next unclean end.
    if (damage) db.pragma('wal_checkpoint(TRUNCATE)');
    const version = schemaVersion(db);
    if (version < MIGRATIONS.length) beforeMigration(asWritable(db), version);
    migrate(db);
    rememberPlace(db, file);
    return { db: asWritable(db), passedOver: damage };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Returns if the store may be opened with what is left; all of it has been copied then. */
function acceptOrRefuse(
  file: string,
  key: Uint8Array,
  { damage, acceptedCopy }: { readonly damage: LogDamage; readonly acceptedCopy: string | null },
): void {
  if (!isWrittenUnder(file, key)) throw new WrongKeyError(file);
  const copy = keepDamaged(file);
  if (damage.left === 'nothing') {
    throw new DamagedStoreError(
      file,
      `its write-ahead log is, at frame ${damage.frame}; all files were copied to ${copy}`,
    );
  }
  if (acceptedCopy !== copy) throw new DamagedLogError(file, { copy, damage });
  if (damage.left === 'file-alone') for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
}

/**
 * Opens a store that was read whole a moment ago, of this version, and that nobody else has had since: nothing of it is looked at again.
 *
 * @returns Caller closes it with `closeStore`.
 */
export function openKnownWhole(file: string, key: Uint8Array): WritableDb {
  const db = connect(file, key, { fileMustExist: true });
  rememberPlace(db, file);
  return asWritable(db);
}

/** How often rows were changed through this connection: the same number twice means that nothing was written between. */
export function countChanges(db: WritableDb): number {
  return db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
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

/**
 * Writes a copy of a store, which nobody has open, under another key. Killed in its middle it leaves a file that is worth
 * nothing: never the store itself.
 */
export function rekeyCopy(file: string, from: Uint8Array, to: Uint8Array): void {
  const db = connect(file, from, { fileMustExist: true });
  try {
    // It is written whole or thrown away: no journal, and one wait for the disk when it is done.
    db.pragma('synchronous = OFF');
    db.pragma('journal_mode = MEMORY');
    db.pragma(rawKeyPragma(to, 'rekey'));
  } finally {
    db.close();
  }
}

/** Leaves what is written from now on in the write-ahead log, and the file as it is, until `releaseLog`. */
export function holdLog(db: WritableDb): void {
  asDatabase(db).pragma('wal_autocheckpoint = 0');
}

export function releaseLog(db: WritableDb): void {
  asDatabase(db).pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
}

/**
 * Moves what is in the write-ahead log into the file and closes both. Another connection that is still open, such as a
 * reader whose thread is ending, keeps the log's file: it is empty then, unless that connection was in the midst of reading.
 */
export function closeStore(db: WritableDb): void {
  const database = asDatabase(db);
  try {
    if (!database.readonly && database.open) {
      database.pragma(`busy_timeout = ${WAIT_FOR_LOCK_MS}`);
      database.pragma('wal_checkpoint(TRUNCATE)');
    }
  } catch (error) {
    // What the disk has no room for, or the file no place, stays in the log.
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    database.close();
  }
}

/** Closes a store that was found damaged: its file stays as it is, and what was written since in the log beside it. */
export function closeUnwritten(db: WritableDb, file: string, key: Uint8Array): void {
  // The last connection to close moves the log into the file, unless it may only read.
  let last: Database.Database | null = null;
  try {
    last = openUnder(file, key, { readonly: true });
    last.pragma('user_version');
  } catch {
    // A damaged first page: it is open all the same. A file that is gone cannot be written over.
  }
  try {
    asDatabase(db).close();
  } finally {
    last?.close();
  }
}

/**
 * Runs `work` so that all of it is kept or, if it throws, none. Within another transaction it is a savepoint.
 * Use it to keep an audit entry together with what it records.
 *
 * @throws StoreGoneError if the store's file was removed meanwhile; it is looked for at most once a second.
 */
export function inTransaction<Result>(db: WritableDb, work: () => Result): Result {
  assertInPlace(db);
  return asDatabase(db).transaction(work).immediate();
}

/**
 * Asks by a lock on the store itself whether any other connection has it open: each holds a share of it from its first
 * reading on until it is closed, and no file beside the store that somebody deletes can change that.
 *
 * @param file A store whose log was examined: the last connection to close moves it into the file.
 * @throws StoreInUseError
 */
function assertOpenNowhere(file: string, key: Uint8Array): void {
  const db = openUnder(file, key, { timeout: WAIT_FOR_LOCK_MS });
  try {
    // Before the first reading: a connection that has begun to share the file shares it until it is closed.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('user_version');
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') throw new StoreInUseError(file);
    throw error;
  } finally {
    db.close();
  }
}

/** The two types are promises made at compile time; underneath is one connection. */
function asWritable(db: Database.Database): WritableDb {
  return db as Database.Database & WritableDb;
}

function asDatabase(db: WritableDb): Database.Database {
  return db as Database.Database & WritableDb;
}
