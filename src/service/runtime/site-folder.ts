import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '../../contract/error.ts';
import { countKeyHolders, createKeyFile } from '../../core/security/key-slots.node.ts';
import { rememberKeys } from '../../core/store/keys/change-keys.node.ts';
import { closeStore, createStore, inTransaction, type WritableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';

/**
 * A site's folder: keys.json (who can open it), this-computer.json (what passwords need beside them, sealed), faceward.db (the store), audit-head.json (where its audit log ends),
 * sign-in.json (wrong passwords, while no store is open), backups.json (where backups of it lie), before-update/ (the backup before
 * the last update), erasures.json (receipts of what was erased), models/ (made here), runs/ (trainings), studies/ (with a file a
 * cell), datasets/ (images
 * that a browser sent, sealed), videos/ (of sessions, sealed), pictures/ (written out of the store for a training, while it
 * lasts, under a key in memory), log/ (incidents), reserve and kept-aside (room for a full disk).
 */
export interface SiteFolder {
  readonly dir: string;
  readonly keyFile: string;
  /** The secrets of computers that slots of the key file need, each sealed by its computer's keystore. */
  readonly thisComputerFile: string;
  readonly storeFile: string;
  /** The store under another data key, until it takes the store's place. */
  readonly rekeyedFile: string;
  /** The store without what was erased, until it takes the store's place; and the one whose place it took, until that is overwritten. */
  readonly rewrittenFile: string;
  readonly replacedFile: string;
  /** Backups that were made before a new version of the program changed the store. */
  readonly beforeUpdateDir: string;
  /** A copy on its way into a backup, encrypted as the store is. */
  readonly storeCopyFile: string;
  readonly auditHeadFile: string;
  /** Wrong passwords, and what of them the audit log does not know yet. */
  readonly signInFile: string;
  /** Where backups lie. */
  readonly backupsFile: string;
  /** Receipts of what was erased, so that it is erased again where an older store is put back. */
  readonly erasuresFile: string;
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
    thisComputerFile: join(dir, 'this-computer.json'),
    storeFile: join(dir, 'faceward.db'),
    rekeyedFile: join(dir, 'faceward.db.rekeyed'),
    rewrittenFile: join(dir, 'faceward.db.rewritten'),
    replacedFile: join(dir, 'faceward.db.replaced'),
    beforeUpdateDir: join(dir, 'before-update'),
    storeCopyFile: join(dir, 'faceward.db.copy'),
    auditHeadFile: join(dir, 'audit-head.json'),
    signInFile: join(dir, 'sign-in.json'),
    backupsFile: join(dir, 'backups.json'),
    erasuresFile: join(dir, 'erasures.json'),
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

/** How many people can sign in. */
export function countPeople(folder: SiteFolder): number {
  return isSetUp(folder) ? countKeyHolders(folder.keyFile) : 0;
}

/**
 * Makes a site's keys and its store.
 *
 * The key file gets its name last: a set-up that was interrupted leaves a store that nothing opens and that nobody
 * has put anything into, and is done again.
 *
 * @param fill Writes what a new store must hold, in one transaction.
 * @returns The data key. The store is closed.
 * @throws CallError if there is a store without keys that no interrupted set-up explains.
 */
export async function setUpFolder(
  folder: SiteFolder,
  administrator: { readonly userId: string; readonly userName: string; readonly password: string },
  fill: (db: WritableDb) => void,
): Promise<{ key: Uint8Array }> {
  mkdirSync(folder.dir, { recursive: true, mode: 0o700 });
  const unfinishedKeyFile = join(folder.dir, 'keys.set-up.json');
  clearInterruptedSetUp(folder, unfinishedKeyFile);
  const { key, content } = await createKeyFile(unfinishedKeyFile, administrator);
  const db = createStore(folder.storeFile, key);
  try {
    inTransaction(db, () => {
      fill(db);
      rememberKeys(db, content);
    });
  } finally {
    closeStore(db);
  }
  renameSync(unfinishedKeyFile, folder.keyFile);
  return { key };
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

/** Removes the pictures that a program killed in mid-training has left; nothing can read them any more. */
export function removePicturesOfRuns(folder: SiteFolder): void {
  rmSync(folder.picturesDir, { recursive: true, force: true });
}
