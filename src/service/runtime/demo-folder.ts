import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderInUseError, lockDataFolder } from './data-folder-lock.ts';
import { type SiteFolder, siteFolder } from './site-folder.ts';

const PREFIX = 'faceward-demo-';
/** A folder younger than this may belong to a program that has not come to lock it yet. */
const ABANDONED_AFTER_MS = 60 * 60_000;

/** The folder of a demo site. */
export interface DemoFolder {
  readonly folder: SiteFolder;
  /** Throws the folder away. */
  discard(): void;
}

/** A new folder for a demo site. What demos left whose program was killed is thrown away first. */
export function makeDemoFolder(holder: { host: string; now: Date }, parentDir = tmpdir()): DemoFolder {
  for (const name of readdirSync(parentDir).filter((each) => each.startsWith(PREFIX))) {
    discardIfAbandoned(join(parentDir, name), holder);
  }
  const dir = mkdtempSync(join(parentDir, PREFIX));
  const { letGo } = lockDataFolder(dir, holder);
  return {
    folder: siteFolder(dir),
    discard() {
      letGo();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function discardIfAbandoned(dir: string, holder: { host: string; now: Date }): void {
  const found = lstatSync(dir, { throwIfNoEntry: false });
  const ours = found?.isDirectory() && found.uid === (process.getuid?.() ?? found.uid);
  if (!found || !ours || Date.now() - found.mtimeMs < ABANDONED_AFTER_MS) return;
  try {
    lockDataFolder(dir, holder).letGo();
  } catch (error) {
    if (error instanceof DataFolderInUseError) return;
    throw error;
  }
  rmSync(dir, { recursive: true, force: true });
}
