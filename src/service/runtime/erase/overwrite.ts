import { statSync } from 'node:fs';
import { removeStore } from '../../../core/store/backup/copy-store.node.ts';
import { overwriteDeleted } from '../../../core/store/erase/erase.node.ts';
import { shred, takeRewritten } from '../../../core/store/erase/rewrite-store.node.ts';
import { closeStore, countChanges, openKnownWhole } from '../../../core/store/store.node.ts';
import { isBusy } from '../keys/rekeying.ts';
import { onceChecked } from '../opening/found-damaged.ts';
import { createQueryThread } from '../query-thread.ts';
import { leaveIfDeserted, type OpenSite, type Runtime } from '../runtime.ts';
import { isOverwriteDue, noteOverwritten } from './overwrite-due.ts';

/** Writing a store of this size anew holds the program up for less than a quarter of a second. */
const AT_ONCE_BYTES = 8 * 1024 * 1024;
/** A large one, which something was written to meanwhile or for which there was no room, is tried again as often. */
const TRY_AGAIN_MS = 15 * 60_000;

const triedAtMs = new WeakMap<Runtime, number>();

/**
 * Writes the store's file anew where something was erased since: a small store at once unless a session runs, a large one beside
 * itself, in a thread of its own, so that nobody waits. Asked after each erasure, every minute and at opening. Does not throw: what
 * was erased is gone from every table already. A command at a terminal waits for it: nobody else works there.
 */
export function overwriteWhenQuiet(runtime: Runtime): void {
  const { site, options } = runtime;
  if (!site || site.damage || runtime.runningSessions.any() || !isOverwriteDue(site.db)) return;
  if (site.checking) {
    // A store that was not checked to its end is not written anew: that is done as soon as it was.
    onceChecked(runtime, site.checking, () => overwriteWhenQuiet(runtime));
    return;
  }
  const isSmall = statSync(site.folder.storeFile).size <= AT_ONCE_BYTES;
  if (isSmall || options.host === 'cli') overwriteNow(runtime, site);
  else beginRewriting(runtime, site);
}

function overwriteNow({ events, options }: Runtime, { db }: OpenSite): void {
  try {
    if (!overwriteDeleted(db)) return;
    noteOverwritten(db);
    events.emit('erasures.changed', {});
  } catch (error) {
    sayNotOverwritten(options.log, error);
  }
}

function beginRewriting(runtime: Runtime, site: OpenSite): void {
  if (runtime.rewriting || runtime.rekeying || runtime.closing || isBusy(runtime)) return;
  const nowMs = runtime.uptimeMs();
  if (nowMs - (triedAtMs.get(runtime) ?? Number.NEGATIVE_INFINITY) < TRY_AGAIN_MS) return;
  triedAtMs.set(runtime, nowMs);
  const stop = new AbortController();
  const done = rewrite(runtime, site, stop.signal)
    .then(
      (isTaken) => isTaken && triedAtMs.delete(runtime),
      (error: unknown) => stop.signal.aborted || sayNotOverwritten(runtime.options.log, error),
    )
    .then(() => {
      runtime.rewriting = null;
      runtime.events.emit('erasures.changed', {});
      leaveIfDeserted(runtime);
    });
  runtime.rewriting = { done, abort: () => stop.abort() };
}

/** @returns False where something was written to the store meanwhile: it is not overwritten then. */
async function rewrite(runtime: Runtime, site: OpenSite, stop: AbortSignal): Promise<boolean> {
  const { db, folder, key, queries } = site;
  const before = countChanges(db);
  const isStale = () =>
    runtime.site !== site ||
    site.damage !== null ||
    site.checking !== null ||
    isBusy(runtime) ||
    countChanges(db) !== before;
  const thread = createQueryThread(folder.storeFile, key);
  stop.addEventListener('abort', () => void thread.close());
  try {
    await thread.run('rewrite', { folder, key });
    await thread.close();
    // What a call has begun with this store it ends with it.
    do {
      while (runtime.callsUnderWay.size > 0) await Promise.allSettled(runtime.callsUnderWay);
      stop.throwIfAborted();
      if (isStale()) return false;
      // It starts anew with the next question.
      await queries.close();
      stop.throwIfAborted();
    } while (runtime.callsUnderWay.size > 0);
    if (isStale()) return false;
    if (replace(runtime, site)) await shred(folder.replacedFile);
    return true;
  } finally {
    await thread.close();
    removeStore(folder.rewrittenFile);
  }
}

/** Within one turn of the loop: no call can come between. @returns Whether the store of before is to be shredded. */
function replace(runtime: Runtime, site: OpenSite): boolean {
  const { db, folder, key } = site;
  closeStore(db);
  try {
    return takeRewritten(folder);
  } finally {
    try {
      runtime.site = { ...site, db: openKnownWhole(folder.storeFile, key) };
    } catch (error) {
      // Whoever signs in next is told what is wrong with it.
      runtime.site = null;
      runtime.callers.signOutUser(null);
      runtime.options.log(`The store could not be opened again: ${String(error)}`);
    }
  }
}

function sayNotOverwritten(log: (line: string) => void, error: unknown): void {
  log(`What was erased could not be overwritten in the store's file, and is tried again: ${String(error)}`);
}
