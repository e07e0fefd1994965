import { linkSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { copyStore, removeStore } from '../backup/copy-store.node.ts';
import { assertClosed, replaceStore, syncStore } from '../replace-store.node.ts';
import { closeStore, openKnownWhole, type ReadableDb, type WritableDb } from '../store.node.ts';

/**
 * The store written anew beside itself, without anything that was deleted: while it is read nobody waits, and putting it in the
 * store's place takes as long as renaming a file. What is written to the store meanwhile would be lost with it: whoever calls
 * this looks whether anything was, and throws the copy away then.
 */

interface RewriteFiles {
  readonly storeFile: string;
  /** Where the store is written anew, beside it. */
  readonly rewrittenFile: string;
  /** Where the store of before lies until it is overwritten. */
  readonly replacedFile: string;
}

const PIECE_BYTES = 1024 * 1024;

/**
 * Writes it anew, and reads all of that again.
 *
 * @param note Writes what is to stand in it and not in the store.
 * @throws FalseCopyError; Database.SqliteError where there is no room for a second copy. Nothing is left then.
 */
export function prepareRewritten(
  db: ReadableDb,
  { rewrittenFile }: RewriteFiles,
  key: Uint8Array,
  note: (copy: WritableDb) => void,
): void {
  copyStore(db, rewrittenFile, key);
  try {
    const copy = openKnownWhole(rewrittenFile, key);
    try {
      copy.prepare('PRAGMA journal_mode = WAL').get();
      note(copy);
    } finally {
      closeStore(copy);
    }
    syncStore(rewrittenFile);
  } catch (error) {
    removeStore(rewrittenFile);
    throw error;
  }
}

/**
 * Puts it in the place of the store, which nobody has open any more.
 *
 * @returns Whether the store of before lies at `replacedFile` now, to be shredded.
 */
export function takeRewritten({ storeFile, rewrittenFile, replacedFile }: RewriteFiles): boolean {
  assertClosed(storeFile);
  rmSync(replacedFile, { force: true });
  const isLinked = canLink(storeFile, replacedFile);
  try {
    replaceStore(storeFile, rewrittenFile);
  } catch (error) {
    rmSync(replacedFile, { force: true });
    throw error;
  }
  return isLinked;
}

function canLink(file: string, link: string): boolean {
  try {
    linkSync(file, link);
    return true;
  } catch {
    // A disk that knows no links: what lies there is given back to it as it is, encrypted.
    return false;
  }
}

/** Overwrites a file that nobody has open, unless it has another name as well, and removes it. */
export async function shred(file: string): Promise<void> {
  {
    await using handle = await open(file, 'r+');
    const { size, nlink } = await handle.stat();
    const zeros = Buffer.alloc(PIECE_BYTES);
    for (let at = 0; nlink === 1 && at < size; at += PIECE_BYTES) {
      await handle.write(zeros, 0, Math.min(PIECE_BYTES, size - at), at);
    }
    await handle.datasync();
  }
  await rm(file, { force: true });
}
