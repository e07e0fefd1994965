import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '../../contract/error.ts';
import {
  type Backup,
  type BackupPlan,
  type BackupState,
  backupPlanSchema,
  backupStateSchema,
} from '../../contract/records/backups.ts';
import { readBackupList } from '../../core/store/backup/backup-file.node.ts';
import { readSetting, writeSetting } from '../../core/store/settings.node.ts';
import type { ReadableDb, WritableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import { FailureError, failureOf } from '../../core/words/failure-error.ts';
import { PROGRAM } from '../runtime/record-by-program.ts';
import { ensureReportSecrets } from '../runtime/records/report-secrets.ts';
import { leaveIfDeserted, type OpenSite, type Runtime } from '../runtime/runtime.ts';
import { backUp, isBackupUnderWay } from './back-up.ts';

const PLAN = 'backup-plan';
const STATE = 'backup-state';

/** A drive that is away, a disk that is full: tried again as often. */
const TRY_AGAIN_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

/** Only files of this kind are ever removed from the folder, and of these only the site's own. */
const NAME = /^faceward-\d{4}-\d{2}-\d{2}T\d{6}Z\.faceward-backup$/;

export function readBackupPlan(db: ReadableDb): BackupPlan | null {
  return backupPlanSchema.nullable().parse(readSetting(db, PLAN));
}

export function writeBackupPlan(db: WritableDb, plan: BackupPlan | null): void {
  writeSetting(db, PLAN, plan);
  const { lastMade } = readBackupState(db);
  // A new place deserves a new try.
  writeSetting(db, STATE, { lastMade, lastFailure: null } satisfies BackupState);
}

export function readBackupState(db: ReadableDb): BackupState {
  const stored = readSetting(db, STATE);
  return stored === null ? { lastMade: null, lastFailure: null } : backupStateSchema.parse(stored);
}

/** When the next backup is due, by the last one in the plan's folder or the last failure. In the past: at once. */
export function nextBackupAt(db: ReadableDb, { everyHours }: BackupPlan): Date {
  const { lastMade, lastFailure } = readBackupState(db);
  if (lastFailure) return new Date(Date.parse(lastFailure.atIso) + TRY_AGAIN_MS);
  return new Date(lastMade ? Date.parse(lastMade.madeAtIso) + everyHours * HOUR_MS : 0);
}

/**
 * Makes the backup that is due, if one is. Not while a session runs: what a ward looks at comes first. Does not throw; what
 * keeps it from being made stands in the state, and it is tried again.
 */
export function backUpWhenDue(runtime: Runtime): Promise<unknown> | null {
  const { site, closing, options } = runtime;
  if (!site || closing || site.demo || isBackupUnderWay(site) || runtime.runningSessions.any()) return null;
  const plan = readBackupPlan(site.db);
  const now = options.now();
  if (!plan || nextBackupAt(site.db, plan) > now) return null;
  const backup = makePlannedBackup(runtime, site, { plan, by: PROGRAM, now }).catch(() => undefined);
  // The store stays open for as long as a call is under way; so it must for this.
  runtime.callsUnderWay.add(backup);
  return backup.finally(() => {
    runtime.callsUnderWay.delete(backup);
    leaveIfDeserted(runtime);
  });
}

/** @throws CallError in words; the state has them too. */
export async function makePlannedBackup(
  runtime: Runtime,
  site: OpenSite,
  { plan, by, now }: { readonly plan: BackupPlan; readonly by: string; readonly now: Date },
): Promise<Backup> {
  const { db } = site;
  try {
    if (!statSync(plan.folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new CallError('not-found', failure('store.backup-folder-away', { dir: plan.folder }));
    }
    const file = join(plan.folder, nameOf(now));
    const made = await backUp(site, { file, by, now });
    removeOldest(plan, ensureReportSecrets(db).key.publicKey.text);
    writeSetting(db, STATE, { lastMade: made, lastFailure: null } satisfies BackupState);
    return made;
  } catch (error) {
    const why =
      error instanceof FailureError ? failureOf(error) : failure('call.unexpected', { incident: String(error) });
    const { lastMade } = readBackupState(db);
    writeSetting(db, STATE, { lastMade, lastFailure: { atIso: now.toISOString(), why } } satisfies BackupState);
    throw error;
  } finally {
    runtime.events.emit('site.changed', {});
  }
}

function nameOf(now: Date): string {
  return `faceward-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.faceward-backup`;
}

/** Of this site's own backups in the folder, all but the newest. */
function removeOldest({ folder, keep }: BackupPlan, ownKey: string): void {
  const own = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .filter((name) => isOwn(join(folder, name), ownKey));
  for (const name of own.slice(keep)) rmSync(join(folder, name), { force: true });
}

function isOwn(file: string, ownKey: string): boolean {
  try {
    return readBackupList(file).publicKey === ownKey;
  } catch {
    // What cannot be read may be anybody's: it is left where it is.
    return false;
  }
}
