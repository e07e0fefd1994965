import { rmSync } from 'node:fs';
import { appendAudit } from '../../../core/store/audit.node.ts';
import { removeStore } from '../../../core/store/backup/copy-store.node.ts';
import { hasRecoverySlot, putKeysRight } from '../../../core/store/keys/change-keys.node.ts';
import { interruptRuns } from '../../../core/store/lab/runs.node.ts';
import { interruptStudies } from '../../../core/store/lab/studies.node.ts';
import { isCorruption } from '../../../core/store/opening/inspect-pages.node.ts';
import { removeUser } from '../../../core/store/people/users.node.ts';
import { listUnstoppedSessions, recoverSessions } from '../../../core/store/sessions/sessions.node.ts';
import { responsibleFor } from '../../../core/store/sessions/turns.node.ts';
import {
  closeStore,
  closeUnwritten,
  openStoreAtOnce,
  openStoreWithLoss,
  type WritableDb,
} from '../../../core/store/store.node.ts';
import { DamagedStoreError } from '../../../core/store/store-errors.ts';
import { isDiskFull } from '../../../core/training/full-disk/disk-full.node.ts';
import { readSiteClock } from '../clock/clock-guard.ts';
import { keepForOwnerOnly } from '../keys/owner-only.ts';
import { backUpBeforeUpdate } from '../keys/update-backups.ts';
import { registerShippedModels, type ShippedModel } from '../models/shipped-models.ts';
import { createQueryThread, inspectInThread } from '../query-thread.ts';
import { recordByProgram } from '../record-by-program.ts';
import { examineAudit } from '../records/audit-anchor.ts';
import { FORSAKEN_AFTER_MS } from '../running-sessions.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { takeInLetters } from '../sign-in/letters.ts';
import { removePicturesOfRuns, type SiteFolder } from '../site-folder.ts';
import { takeInKeptAside } from '../waiting/take-in.ts';
import { checkInBackground } from './found-damaged.ts';

interface Opening extends Pick<OpenSite, 'key' | 'demo'> {
  readonly shipped: readonly ShippedModel[];
  readonly accepted?: { readonly copy: string; readonly userName: string } | null;
}

/**
 * Opens a site's store, or gives the one that is open. What ran when the program last ended is put right.
 *
 * @param shipped The models that this version of the program brings.
 * @param accepted The copy of a damaged log's store that whoever signs in has named; the audit log keeps that it was opened so.
 * @throws The errors of openStore. DataFolderInUseError if another program took a folder whose lock was deleted. CallError
 *   if the open store was found damaged since.
 */
export async function openSite(runtime: Runtime, folder: SiteFolder, opening: Opening): Promise<OpenSite> {
  // Two who sign in at once: the second comes into the store that the first has opened, or tries what the first was refused.
  while (runtime.opening) await runtime.opening.catch(() => undefined);
  if (runtime.site?.damage) throw runtime.site.damage;
  if (runtime.site) return runtime.site;
  runtime.opening = openOnce(runtime, folder, opening).finally(() => {
    runtime.opening = null;
  });
  return await runtime.opening;
}

async function openOnce(runtime: Runtime, folder: SiteFolder, opening: Opening): Promise<OpenSite> {
  if (opening.demo) return await openNow(runtime, folder, opening);
  const site = await runtime.reserve.during(() => openNow(runtime, folder, opening));
  takeInWhatWaits(runtime, site);
  return site;
}

/** A disk that is still full keeps nobody from signing in: what was kept aside stays there. */
function takeInWhatWaits({ keptAside, reserve, options: { now, log } }: Runtime, { db }: OpenSite): void {
  if (!reserve.hold()) return;
  try {
    takeInKeptAside(keptAside, { db, now: now(), log });
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

async function openNow(
  runtime: Runtime,
  folder: SiteFolder,
  { key, demo, shipped, accepted = null }: Opening,
): Promise<OpenSite> {
  const now = runtime.options.now();
  if (!demo) runtime.heldFolder.holdOn();
  if (!demo) keepForOwnerOnly(folder.dir);
  const copy = accepted?.copy ?? null;
  const how = {
    isAlone: Boolean(demo) || runtime.hasOpenedHome,
    beforeMigration: (older: WritableDb, from: number) => backUpBeforeUpdate(older, { folder, key, from, now }),
  };
  // A command at a terminal would end before the check, and nobody else waits there; a demo is small.
  const isCheckedFirst = demo !== null || runtime.options.host === 'cli';
  const { db, passedOver, areCheckedPages } = isCheckedFirst
    ? { ...openStoreWithLoss(folder.storeFile, key, copy, how), areCheckedPages: true }
    : await openStoreAtOnce(folder.storeFile, key, copy, { ...how, inspect: inspectInThread });
  let clock: OpenSite['clock'];
  try {
    clock = readSiteClock(db, folder);
    // Before anything is added to the log: what was lost with a damaged log is told by its end, too.
    if (!demo) examineAudit(db, folder, now);
    if (passedOver && accepted) {
      const subject = `${accepted.copy}, ${passedOver.lostCommits} steps or more missing`;
      appendAudit(db, { userName: accepted.userName, action: 'site.openDamaged', subject, now });
    }
    settleKeys(db, folder, now);
    if (!demo) takeInLetters(db, runtime.signInFile, now);
    interruptSessions(runtime, db);
    interruptRuns(db);
    interruptStudies(db);
    removePicturesOfRuns(folder);
    removeStore(folder.storeCopyFile);
    removeStore(folder.rewrittenFile);
    // Never overwritten: where the program was killed it may be another name of the store.
    rmSync(folder.replacedFile, { force: true });
    registerShippedModels(db, shipped, now);
  } catch (error) {
    // Also what was not checked yet is not written to: see holdLog.
    if (areCheckedPages && !isCorruption(error)) closeStore(db);
    else closeUnwritten(db, folder.storeFile, key);
    throw isCorruption(error) ? new DamagedStoreError(folder.storeFile, error.message) : error;
  }
  const queries = createQueryThread(folder.storeFile, key);
  runtime.site = {
    folder,
    db,
    key,
    demo,
    queries,
    lacksRecoveryCode: !demo && !hasRecoverySlot({ keyFile: folder.keyFile, db }),
    consentsExpiredOn: null,
    videosExpiredOn: null,
    unwrittenEnds: new Map(),
    anchoredHash: null,
    damage: null,
    checking: null,
    clock,
  };
  if (!demo) runtime.hasOpenedHome = true;
  // A demo's are begun when somebody looks at them: few visitors do.
  if (!demo) runtime.indexRuns.wake();
  if (!areCheckedPages) checkInBackground(runtime, runtime.site);
  return runtime.site;
}

/** What was interrupted over keys and store is finished or undone. A full disk keeps nobody from signing in. */
function settleKeys(db: WritableDb, { keyFile }: SiteFolder, now: Date): void {
  try {
    putKeysRight(
      { keyFile, db },
      {
        now,
        onForeign: () => recordByProgram(db, 'keys.foreign', '', now),
        onHalfAdded: ({ id: userId }) => {
          if (removeUser(db, { userId, now }).kind === 'removed') recordByProgram(db, 'users.undo', userId, now);
        },
      },
    );
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

/**
 * Sessions that ran when the program last ended, killed or not, are known as interrupted from now on, so that they can be
 * exported as that; those to which a window of this process may come back run on.
 */
function interruptSessions(runtime: Runtime, db: WritableDb): void {
  const { runningSessions } = runtime;
  const ofThisProcess = runningSessions.awaited(runtime.uptimeMs());
  awaitLostSessions(runtime, db);
  const awaited = new Set(runningSessions.awaited(runtime.uptimeMs()));
  for (const sessionId of recoverSessions(db, ofThisProcess)) {
    if (!awaited.has(sessionId)) runningSessions.ended(sessionId);
  }
}

/**
 * Interrupted sessions can be gone on with for as long as those whose window is lost. How long they were silent is told by
 * the clock on the wall: nothing else outlives a program.
 */
function awaitLostSessions({ options, runningSessions, uptimeMs }: Runtime, db: WritableDb): void {
  for (const { id, startedAtIso, durationMs } of listUnstoppedSessions(db)) {
    const by = responsibleFor(db, id);
    if (!by || runningSessions.find(id)) continue;
    const silentMs = options.now().getTime() - (Date.parse(startedAtIso) + durationMs);
    // A clock that was set by much says nothing about how long it was.
    if (Math.abs(silentMs) >= FORSAKEN_AFTER_MS) continue;
    const nobody = { recorderId: crypto.randomUUID(), camera: '', caller: null };
    const heardAtMs = uptimeMs() - Math.max(0, silentMs);
    runningSessions.recordedBy(id, { userId: by.id, userName: by.name, ...nobody }, heardAtMs);
  }
}
