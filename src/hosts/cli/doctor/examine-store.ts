import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStore, createStore, openStore } from '../../../core/store/store.node.ts';
import { WrongKeyError } from '../../../core/store/store-errors.ts';
import { examine, type Finding } from './finding.ts';

const KEY_BYTES = 32;
const PLAIN_HEADER = 'SQLite format 3';

/** Makes a store in a temporary folder and tries to read it without its key. */
export function examineStore(): Promise<Finding> {
  return examine({ area: 'store', name: 'encryption' }, async () => {
    const dir = await mkdtemp(join(tmpdir(), 'faceward-doctor-'));
    try {
      const file = join(dir, 'store.db');
      const db = createStore(file, randomBytes(KEY_BYTES));
      const versions = db.prepare("SELECT sqlite3mc_version() || ', SQLite ' || sqlite_version()").pluck().get();
      const cipher = db.prepare('PRAGMA cipher').pluck().get();
      closeStore(db);
      if ((await readFile(file)).includes(PLAIN_HEADER)) return { state: 'failed', text: 'the file is not encrypted' };
      if (!isRefused(file)) return { state: 'failed', text: 'another key opens the file' };
      return { state: 'ok', text: `${versions}, cipher ${cipher}: a file was written, and another key was refused` };
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
}

export function siteFinding(dataDir: string): Finding {
  const isSetUp = existsSync(join(dataDir, 'keys.json'));
  return {
    area: 'store',
    name: 'site',
    state: isSetUp ? 'ok' : 'absent',
    text: isSetUp ? `set up in ${dataDir}` : `no site in ${dataDir} yet: the first start sets it up`,
  };
}

function isRefused(file: string): boolean {
  try {
    closeStore(openStore(file, randomBytes(KEY_BYTES)));
    return false;
  } catch (error) {
    if (error instanceof WrongKeyError) return true;
    throw error;
  }
}
