import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBackupList } from '../../../src/core/store/backup/backup-file.node.ts';
import { closeStore, openStore } from '../../../src/core/store/store.node.ts';
import { isDiskFull } from '../../../src/core/training/full-disk/disk-full.node.ts';
import { restoreBackup } from '../../../src/service/records/restore.ts';
import { siteFolder } from '../../../src/service/runtime/site-folder.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { keyIn, makeSite, siteIn, withService } from './made-site.ts';
import { corrupt, wholeStore } from './made-store.ts';

const BACKUP = 'one.faceward-backup';
const RESTORES = 3;
const NOW = new Date('2026-03-05T12:00:00Z');

/** A backup is put back into new folders: each is whole under its name, or not there; and never one over another. */
const restore: Scenario = {
  killWithinMs: 400,
  async prepare(folder) {
    await makeSite(folder);
    // Something to put back that is larger than a page or two.
    cpSync(join(import.meta.dirname, '../../../package-lock.json'), join(siteIn(folder).studiesDir, 'cells.json'));
    await withService(folder, async (call) => {
      await call('site.signIn', { userName: 'Ada', password: 'correct horse battery' });
      await call('backups.make', { file: join(folder, BACKUP) });
    });
    writeFileSync(join(folder, 'before'), readFileSync(siteIn(folder).storeFile));
  },

  async act(folder, { acknowledge }) {
    for (let turn = 0; turn < RESTORES; turn += 1) {
      await restoreTo(folder, `restored-${turn}`);
      acknowledge(`restored-${turn}`);
    }
  },

  async check(folder, acknowledged) {
    const names = Array.from({ length: RESTORES }, (_, turn) => `restored-${turn}`);
    const there = names.filter((name) => existsSync(join(folder, name)));
    const findings = [
      ...acknowledged.filter((name) => !there.includes(name)).map((what): Finding => ({ kind: 'lost', what })),
      ...there.flatMap((name) => restoredWrongly(folder, name)),
      ...(readFileSync(join(folder, 'before')).equals(readFileSync(siteIn(folder).storeFile))
        ? []
        : [corrupt('the site of which the backup was made was written to')]),
      ...(await overOne(folder, there)),
    ];
    // Whatever a kill has left is not in the way of the next try.
    const next = names.find((name) => !there.includes(name));
    if (next === undefined) return findings;
    try {
      await restoreTo(folder, next);
    } catch (error) {
      if (isDiskFull(error)) return findings;
      throw error;
    }
    return [...findings, ...restoredWrongly(folder, next)];
  },
};

function restoreTo(folder: string, name: string) {
  const unlock = async () => keyIn(folder);
  return restoreBackup({ file: join(folder, BACKUP), to: join(folder, name), held: null, now: NOW, unlock });
}

async function overOne(folder: string, there: readonly string[]): Promise<Finding[]> {
  if (there.length === 0) return [];
  try {
    await restoreTo(folder, there[0]!);
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('there is something in')) return [];
    throw error;
  }
  return [corrupt(`${there[0]} was written over`)];
}

function restoredWrongly(folder: string, name: string): Finding[] {
  const dir = join(folder, name);
  const { files, head } = readBackupList(join(folder, BACKUP));
  const away = files.filter(({ path, bytes, digest }) => {
    if (!existsSync(join(dir, path))) return true;
    return path !== 'faceward.db' && (readFileSync(join(dir, path)).length !== bytes || digest === '');
  });
  const { storeFile, auditHeadFile } = siteFolder(dir);
  const db = openStore(storeFile, keyIn(folder));
  try {
    const entries = db.prepare<[], number>('SELECT count(*) FROM audit').pluck().get();
    return [
      ...wholeStore(db),
      ...(away.length === 0 && existsSync(auditHeadFile) ? [] : [corrupt(`${name} lacks ${away[0]?.path}`)]),
      // One more tells that it was put back.
      ...(entries === (head?.entries ?? 0) + 1 ? [] : [corrupt(`${name} has ${entries} entries`)]),
    ];
  } finally {
    closeStore(db);
  }
}

export default restore;
