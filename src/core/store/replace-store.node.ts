import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../security/atomic-file.node.ts';

/**
 * Puts a store that was made beside a store in its place. A kill leaves the one or the other, whole.
 *
 * @param storeFile Which nobody has open any more.
 * @param madeFile Which is on disk whole, closed and without a log: see syncStore.
 * @throws Error if the store is open still; what the file system says. The store is as it was then.
 */
export function replaceStore(storeFile: string, madeFile: string): void {
  assertClosed(storeFile);
  renameSync(madeFile, storeFile);
  syncFolder(dirname(storeFile));
}

/** A log that a connection has left would be taken for that of the new store. */
export function assertClosed(storeFile: string): void {
  if (!existsSync(`${storeFile}-wal`)) return;
  throw new Error(`the store ${storeFile} was expected to be closed; its log is there`);
}

/** So that all of a closed store is on disk before it is to take another's place. */
export function syncStore(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
