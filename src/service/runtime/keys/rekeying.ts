import { randomBytes } from 'node:crypto';
import { contentOf, readNewKeyFile } from '../../../core/security/keys/key-file.node.ts';
import { removeStore } from '../../../core/store/backup/copy-store.node.ts';
import { hasRecoverySlot } from '../../../core/store/keys/change-keys.node.ts';
import { hasStoreOf, oldSlots, REKEY_STEPS, settleRekey, takeRekeyed } from '../../../core/store/keys/rekey.node.ts';
import { closeStore, openStoreAtOnce } from '../../../core/store/store.node.ts';
import { type Failure, failure } from '../../../core/words/failure.ts';
import { FailureError, failureOf } from '../../../core/words/failure-error.ts';
import { checkInBackground, onceChecked } from '../opening/found-damaged.ts';
import { createQueryThread, inspectInThread } from '../query-thread.ts';
import { leaveIfDeserted, type OpenSite, type Runtime } from '../runtime.ts';
import { areSettled } from './assert-keys-settled.ts';
import { type RekeyDue, readRekeyDue } from './rekey-due.ts';
import type { Rekeying } from './rekeying-state.ts';
import { removeBackupsBeforeUpdates } from './update-backups.ts';

/** After a failure it is tried again as often. */
const TRY_AGAIN_MS = 15 * 60_000;

/**
 * Changes the data key if that is due and nothing runs that reads or writes the store by itself. Calls that come meanwhile wait at the
 * door. At a terminal it is done when it is asked for only: a command is not to take longer for what it was not told.
 *
 * @returns Whether it was begun.
 */
export function rekeyWhenDue(runtime: Runtime, { isAsked = false } = {}): boolean {
  const { site, options } = runtime;
  if (!site || site.demo || runtime.closing || runtime.rekeying || runtime.rewriting) return false;
  if (site.damage) return false;
  if (!isAsked && options.host === 'cli') return false;
  const due = readRekeyDue(site.db);
  if (!due || isBusy(runtime)) return false;
  if (site.checking) {
    // A store that was not checked to its end is not replaced, and nobody is to wait at the door for the check of a large one.
    onceChecked(runtime, site.checking, () => rekeyWhenDue(runtime, { isAsked }));
    return false;
  }
  const now = options.now();
  const failedAt = runtime.rekeyFailure && Date.parse(runtime.rekeyFailure.atIso);
  if (!isAsked && failedAt !== null && now.getTime() - failedAt < TRY_AGAIN_MS) return false;
  // Settings says so; it is changed as soon as an administrator has settled it.
  if (!areSettled(site, now)) return false;
  const old = oldSlots(contentOf(readNewKeyFile(site.folder.keyFile)));
  const leavesOut = old.userIds.length > 0 || old.recovery;
  if (leavesOut && !due.leavesOut) return false;
  runtime.rekeying = begin(runtime, site, { due, now });
  runtime.events.emit('site.changed', {});
  return true;
}

/** Whether anything runs that reads or writes the store by itself. */
export function isBusy({
  runningSessions,
  trainings,
  comparisons,
  indexRuns,
  studyRuns,
  labJobs,
  exportRuns,
}: Runtime): boolean {
  return (
    runningSessions.any() ||
    [trainings, comparisons, indexRuns, studyRuns, labJobs, exportRuns].some((each) => each.any())
  );
}

function begin(runtime: Runtime, site: OpenSite, { due, now }: { due: RekeyDue; now: Date }): Rekeying {
  const step = new Int32Array(new SharedArrayBuffer(4));
  step[0] = -1;
  const stop = new AbortController();
  const before = [...runtime.callsUnderWay];
  const done = (async () => {
    try {
      await Promise.allSettled(before);
      await change(runtime, site, { due, now, step, stop: stop.signal });
      runtime.rekeyFailure = null;
    } catch (error) {
      if (!stop.signal.aborted) runtime.rekeyFailure = { atIso: now.toISOString(), why: wordsOf(error) };
    } finally {
      runtime.rekeying = null;
      runtime.events.emit('site.changed', {});
      leaveIfDeserted(runtime);
    }
  })();
  return { done, step: () => REKEY_STEPS[Atomics.load(step, 0)] ?? null, abort: () => stop.abort() };
}

interface Change {
  readonly due: RekeyDue;
  readonly now: Date;
  readonly step: Int32Array;
  readonly stop: AbortSignal;
}

async function change(runtime: Runtime, site: OpenSite, { due, now, step, stop }: Change): Promise<void> {
  const { folder, key: from } = site;
  if (runtime.closing || stop.aborted) return;
  // A call that was under way may have met a page that cannot be read; quitting does not wait for the check.
  const aborted = new Promise<void>((resolve) => {
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([site.checking, aborted]);
  stop.throwIfAborted();
  if (site.damage) throw site.damage;
  const to = new Uint8Array(randomBytes(32));
  const thread = createQueryThread(folder.storeFile, from);
  stop.addEventListener('abort', () => void thread.close());
  try {
    const subject = due.why;
    const task = { folder, from, to, by: due.by, subject, nowIso: now.toISOString(), step };
    const content = await thread.run('rekey', task);
    // Every other connection goes first: it would find a file that is no store to it.
    await Promise.all([thread.close(), site.queries.close()]);
    stop.throwIfAborted();
    if (site.damage) throw site.damage;
    closeStore(site.db);
    try {
      takeRekeyed(folder, content, to);
    } finally {
      await reopen(runtime, site, { from, to });
    }
    from.fill(0);
    removeBackupsBeforeUpdates(folder);
  } finally {
    await thread.close();
    removeStore(folder.rekeyedFile);
  }
}

/** Under whichever key the store is now. */
async function reopen(
  runtime: Runtime,
  site: OpenSite,
  { from, to }: Record<'from' | 'to', Uint8Array>,
): Promise<void> {
  const { folder } = site;
  settleRekey(folder);
  const key = hasStoreOf(folder.storeFile, to) ? to : from;
  try {
    const { db, areCheckedPages } = await openStoreAtOnce(folder.storeFile, key, null, { inspect: inspectInThread });
    const lacksRecoveryCode = !hasRecoverySlot({ keyFile: folder.keyFile, db });
    const queries = createQueryThread(folder.storeFile, key);
    runtime.site = { ...site, db, key, lacksRecoveryCode, queries, checking: null };
    if (!areCheckedPages) checkInBackground(runtime, runtime.site);
  } catch (error) {
    // Whoever signs in next is told what is wrong with it.
    runtime.site = null;
    runtime.callers.signOutUser(null);
    throw error;
  }
}

function wordsOf(error: unknown): Failure {
  if (error instanceof FailureError) return failureOf(error);
  return failure('keys.not-changed', { found: error instanceof Error ? error.message : String(error) });
}
