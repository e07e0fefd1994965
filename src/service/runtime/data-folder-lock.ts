import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import { demandNode } from '../../core/store/demand-node.node.ts';
import { isDiskFull } from '../../core/training/full-disk/disk-full.node.ts';
import { failure } from '../../core/words/failure.ts';
import { FailureError } from '../../core/words/failure-error.ts';

/** Another process works on the data folder; it says which. */
export class DataFolderInUseError extends FailureError {
  override readonly name = 'DataFolderInUseError';
}

const holderSchema = z.object({
  pid: z.number().int(),
  host: z.enum(['desktop', 'browser', 'cli']),
  sinceIso: z.string(),
});

/** A data folder that this process holds. */
export interface HeldFolder {
  /**
   * Holds it anew where somebody has deleted the lock's file: without a file nobody else is kept out.
   *
   * @throws DataFolderInUseError if another process has used that.
   */
  holdOn(): void;
  letGo(): void;
}

interface Holder {
  readonly host: string;
  readonly now: Date;
}

/**
 * Holds a data folder for this process.
 *
 * The lock is the operating system's, taken by SQLite on an empty file: it ends with the process however that ends,
 * so that a killed program leaves nothing to tidy up, and a process number used again cannot be taken for the holder.
 * Whoever opens the store asks the store itself, too: see openStoreWithLoss.
 *
 * @param dataDir A folder that exists.
 * @throws DataFolderInUseError
 */
export function lockDataFolder(dataDir: string, holder: Holder): HeldFolder {
  let held = lock(dataDir, holder);
  return {
    holdOn() {
      if (identityOf(join(dataDir, 'lock')) === held.identity) return;
      const anew = lock(dataDir, holder);
      held.db.close();
      held = anew;
    },
    letGo: () => held.db.close(),
  };
}

function lock(dataDir: string, holder: Holder): { db: Database.Database; identity: string | null } {
  const [file, holderFile] = [join(dataDir, 'lock'), join(dataDir, 'lock.json')];
  demandNode();
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') throw inUse(dataDir, holderFile);
    throw error;
  }
  const note = { pid: process.pid, host: holder.host, sinceIso: holder.now.toISOString() };
  sayHolder(holderFile, note);
  return { db, identity: identityOf(file) };
}

function sayHolder(holderFile: string, note: object): void {
  try {
    writeFileSync(holderFile, JSON.stringify(note), { mode: 0o600 });
  } catch (error) {
    // The others are told that somebody holds it, though not who.
    if (!isDiskFull(error)) throw error;
  }
}

/** Which file lies at a path; null where none does. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : null;
}

function inUse(dataDir: string, holderFile: string): DataFolderInUseError {
  const holder = readHolder(holderFile);
  if (!holder) return new DataFolderInUseError(failure('store.in-use-unknown', { dir: dataDir }));
  const { pid, host, sinceIso: since } = holder;
  return new DataFolderInUseError(failure('store.in-use', { dir: dataDir, host, pid, since }));
}

/** @returns null in the instant in which the holder has the lock and has not yet said who it is. */
function readHolder(holderFile: string): z.infer<typeof holderSchema> | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(holderFile, 'utf8')));
  } catch {
    return null;
  }
}
