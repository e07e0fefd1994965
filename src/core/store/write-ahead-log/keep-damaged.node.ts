import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../../security/atomic-file.node.ts';

/** A store is up to three files: itself, its write-ahead log, and the log's index. */
export const STORE_SUFFIXES = ['', '-wal', '-shm'] as const;

/**
 * Copies a store whose log is damaged, as it lies there, so that going on destroys no evidence and somebody who knows
 * more can still try.
 *
 * @returns Name of the folder beside the store, made of when the log was last written and of what is in it: the same
 *   damage is copied once, however often the store is tried.
 * @throws Whatever the file system says; no folder of that name is left then.
 */
export function keepDamaged(storeFile: string): string {
  const witness = [`${storeFile}-wal`, `${storeFile}-shm`].find(existsSync) ?? storeFile;
  const writtenAt = statSync(witness).mtime.toISOString().slice(0, 19).replaceAll(':', '');
  const digest = createHash('sha256').update(readFileSync(witness)).digest('hex').slice(0, 8);
  const name = `${basename(storeFile)}-damaged-${writtenAt}-${digest}`;
  const dir = join(dirname(storeFile), name);
  if (existsSync(dir)) return name;
  // The name comes last, so that a copy that was interrupted is not taken for a whole one.
  const unfinished = `${dir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    for (const suffix of STORE_SUFFIXES) {
      const file = storeFile + suffix;
      if (existsSync(file)) copyToDisk(file, join(unfinished, basename(file)));
    }
    renameSync(unfinished, dir);
    syncFolder(dirname(dir));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  return name;
}

function copyToDisk(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  const descriptor = openSync(to, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
