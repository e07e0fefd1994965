import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '../../contract/error.ts';
import { createKeyFile, listKeyHolders } from '../../core/security/key-slots.node.ts';
import { closeStore, createStore, inTransaction, type WritableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';

/**
 * A site's folder: keys.json (who can open it), faceward.db (the store), audit-head.json (where its audit log ends),
 * backups.json (where backups of it lie), models/ (made here), runs/ (trainings), studies/ (with a file a cell), datasets/ (images
 * that a browser sent, sealed), videos/ (of sessions, sealed), pictures/ (written out of the store for a training, while it
 * lasts), log/ (incidents), reserve and kept-aside (room for a full disk).
 */
export interface SiteFolder {
  readonly dir: string;
  readonly keyFile: string;
  readonly storeFile: string;
  /** A copy on its way into a backup, encrypted as the store is. */
  readonly storeCopyFile: string;
  readonly auditHeadFile: string;
  /** Where backups lie. */
  readonly backupsFile: string;
  readonly modelsDir: string;
  readonly runsDir: string;
  readonly studiesDir: string;
  readonly datasetsDir: string;
  readonly picturesDir: string;
  readonly videosDir: string;
  readonly logDir: string;
  /** Readings that the store could not take, sealed. */
  readonly keptAsideFile: string;
  /** Room that is set aside for a full disk. */
  readonly reserveFile: string;
}

export function siteFolder(dir: string): SiteFolder {
  return {
    dir,
    keyFile: join(dir, 'keys.json'),
    storeFile: join(dir, 'faceward.db'),
    storeCopyFile: join(dir, 'faceward.db.copy'),
    auditHeadFile: join(dir, 'audit-head.json'),
    backupsFile: join(dir, 'backups.json'),
    modelsDir: join(dir, 'models'),
    runsDir: join(dir, 'runs'),
    studiesDir: join(dir, 'studies'),
    datasetsDir: join(dir, 'datasets'),
    picturesDir: join(dir, 'pictures'),
    videosDir: join(dir, 'videos'),
    logDir: join(dir, 'log'),
    keptAsideFile: join(dir, 'kept-aside'),
    reserveFile: join(dir, 'reserve'),
  };
}

/** A site is there once its key file is: set-up writes that last. */
export function isSetUp(folder: SiteFolder): boolean {
  return existsSync(folder.keyFile);
}

/** Names that can be chosen at sign-in. */
export function userNamesOf(folder: SiteFolder): string[] {
  return isSetUp(folder) ? listKeyHolders(folder.keyFile).sort((a, b) => a.localeCompare(b)) : [];
}

/**
 * Makes a site's keys and its store.
 *
 * The key file gets its name last: a set-up that was interrupted leaves a store that nothing opens and that nobody
 * has put anything into, and is done again.
 *
 * @param fill Writes what a new store must hold, in one transaction.
 * @returns The data key and the recovery code. The store is closed.
 * @throws CallError if there is a store without keys that no interrupted set-up explains.
 */
export async function setUpFolder(
  folder: SiteFolder,
  administrator: { readonly userName: string; readonly password: string },
  fill: (db: WritableDb) => void,
): Promise<{ key: Uint8Array; recoveryCode: string }> {
  mkdirSync(folder.dir, { recursive: true, mode: 0o700 });
  const unfinishedKeyFile = join(folder.dir, 'keys.set-up.json');
  clearInterruptedSetUp(folder, unfinishedKeyFile);
  const { key, recoveryCode } = await createKeyFile(unfinishedKeyFile, administrator);
  const db = createStore(folder.storeFile, key);
  try {
    inTransaction(db, () => fill(db));
  } finally {
    closeStore(db);
  }
  renameSync(unfinishedKeyFile, folder.keyFile);
  return { key, recoveryCode };
}

function clearInterruptedSetUp(folder: SiteFolder, unfinishedKeyFile: string): void {
  if (!existsSync(unfinishedKeyFile)) {
    if (!existsSync(folder.storeFile)) return;
    const { storeFile: store, keyFile: keys } = folder;
    throw new CallError('damaged-store', failure('store.keys-missing', { store, keys }));
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(folder.storeFile + suffix, { force: true });
  rmSync(unfinishedKeyFile);
}

/** Removes the pictures that were laid out for a run. */
export function removePicturesOfRun(folder: SiteFolder, runId: string): void {
  rmSync(join(folder.picturesDir, runId), { recursive: true, force: true });
}

/** Removes the pictures that a program killed in mid-training has left unsealed. */
export function removePicturesOfRuns(folder: SiteFolder): void {
  rmSync(folder.picturesDir, { recursive: true, force: true });
}
