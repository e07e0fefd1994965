import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkBackup, readBackupList, unpackBackup } from '../../../src/core/store/backup/backup-file.node.ts';
import { closeStore, openStore } from '../../../src/core/store/store.node.ts';
import { makePlannedBackup, readBackupState, writeBackupPlan } from '../../../src/service/records/planned-backups.ts';
import { lastBackup } from '../../../src/service/runtime/records/known-backups.ts';
import { ensureReportSecrets } from '../../../src/service/runtime/records/report-secrets.ts';
import type { OpenSite, Runtime } from '../../../src/service/runtime/runtime.ts';
import { saysDiskFull } from '../says-disk-full.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { keyIn, makeSite, siteIn, withOpenSite } from './made-site.ts';
import { corrupt, wholeStore } from './made-store.ts';

const KEEP = 2;
const HOUR_MS = 3_600_000;
const FIRST = Date.parse('2026-03-05T12:00:00Z');

/** Backups by plan, of which the oldest go: the newest are always there, and whatever bears a backup's name is whole. */
const plannedBackups: Scenario = {
  killWithinMs: 2500,
  async prepare(folder) {
    await makeSite(folder);
    mkdirSync(placeIn(folder));
    await withOpenSite(folder, (_, { db }) => void ensureReportSecrets(db));
  },

  act: (folder, { acknowledge }) => {
    let atMs = FIRST;
    return withOpenSite(
      folder,
      async (runtime, site) => {
        writeBackupPlan(site.db, { folder: placeIn(folder), everyHours: 1, keep: KEEP });
        for (;;) {
          atMs += HOUR_MS;
          acknowledge(await makeOne(runtime, site, folder, new Date(atMs)));
        }
      },
      { now: () => new Date(atMs) },
    );
  },

  async check(folder, acknowledged) {
    const names = backupsIn(folder);
    const newest = acknowledged.slice(-KEEP);
    const findings = [
      // The one behind them may have been the reason to remove the older.
      ...newest
        .slice(-1)
        .filter((name) => !names.includes(name))
        .map((what): Finding => ({ kind: 'lost', what })),
      ...(names.length >= newest.length ? [] : [corrupt(`${names.length} backups; ${newest.length} were to be kept`)]),
      ...names.flatMap((name) => wholeBackup(folder, name)),
    ];
    const later = new Date(FIRST + 1000 * HOUR_MS);
    const after = await withOpenSite(
      folder,
      async (runtime, site) => {
        const last = lastBackup(site.folder);
        const { lastMade } = readBackupState(site.db);
        const named = [last?.file, lastMade?.file].filter((file) => file !== undefined && !existsSync(file));
        const isMade = await madeOrFull(() => makeOne(runtime, site, folder, later));
        return [
          ...wholeStore(site.db),
          ...named.map((file) => corrupt(`${file} is named as the last backup, and is not there`)),
          ...(isMade ? tidy(folder) : []),
        ];
      },
      { now: () => later },
    );
    return [...findings, ...after];
  },
};

async function makeOne(runtime: Runtime, site: OpenSite, folder: string, now: Date): Promise<string> {
  const plan = { folder: placeIn(folder), everyHours: 1, keep: KEEP };
  const { file } = await makePlannedBackup(runtime, site, { plan, by: 'Ada', now });
  return basename(file);
}

/** @returns False where the disk was full. */
async function madeOrFull(make: () => Promise<unknown>): Promise<boolean> {
  try {
    await make();
    return true;
  } catch (error) {
    if (saysDiskFull(error)) return false;
    throw error;
  }
}

/** After a whole one nothing of those that were killed is left. */
function tidy(folder: string): Finding[] {
  const others = readdirSync(placeIn(folder)).filter((name) => !backupsIn(folder).includes(name));
  return [
    ...(backupsIn(folder).length <= KEEP ? [] : [corrupt(`${backupsIn(folder).length} backups are kept of ${KEEP}`)]),
    ...others.map((name) => corrupt(`${name} lies in the backups' folder for good`)),
    ...(existsSync(siteIn(folder).storeCopyFile) ? [corrupt('a copy of the store lies beside it')] : []),
  ];
}

function placeIn(folder: string): string {
  return join(folder, 'backups');
}

function backupsIn(folder: string): string[] {
  return readdirSync(placeIn(folder)).filter((name) => name.endsWith('.faceward-backup'));
}

function wholeBackup(folder: string, name: string): Finding[] {
  const file = join(placeIn(folder), name);
  const list = readBackupList(file);
  checkBackup(file, list);
  const dir = mkdtempSync(join(folder, 'unpacked-'));
  try {
    unpackBackup(file, list, dir);
    const db = openStore(join(dir, 'faceward.db'), keyIn(folder));
    const findings = wholeStore(db);
    closeStore(db);
    return findings;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

export default plannedBackups;
