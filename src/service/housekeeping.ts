import { recoverSession } from '../core/store/sessions/sessions.node.ts';
import { inTransaction } from '../core/store/store.node.ts';
import { startNextRun } from './lab/runs/run-queue.ts';
import { backUpWhenDue } from './records/planned-backups.ts';
import { expireConsents } from './runtime/ended-consents.ts';
import { eraseByRule } from './runtime/erase/erase-by-rule.ts';
import { eraseDue } from './runtime/erase/erase-held.ts';
import { overwriteWhenQuiet } from './runtime/erase/overwrite.ts';
import { keepUpFederation } from './runtime/federation/federation-of-site.ts';
import { rekeyWhenDue } from './runtime/keys/rekeying.ts';
import { recordAction } from './runtime/record-action.ts';
import { recordByProgram } from './runtime/record-by-program.ts';
import { anchorAudit } from './runtime/records/audit-anchor.ts';
import { leaveIfDeserted, type Runtime, signedInUser } from './runtime/runtime.ts';
import { expireVideos } from './runtime/videos/expire-videos.ts';

/** How often the service looks after what nobody calls for. */
const EVERY_MS = 60_000;

/** @returns The function that ends it. */
export function startHousekeeping(runtime: Runtime): () => void {
  const timer = setInterval(() => keepHouse(runtime), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Does what is due without anybody's call. Nothing while no store is open: opening one does the same. */
function keepHouse(runtime: Runtime): void {
  holdFolder(runtime);
  if (runtime.rekeying) return;
  try {
    rekeyWhenDue(runtime);
    if (runtime.rekeying) return;
    expireConsents(runtime);
    keepUpFederation(runtime);
    endForsakenSessions(runtime);
    expireVideos(runtime);
    signOutUnused(runtime);
    eraseDue(runtime);
    eraseByRule(runtime);
    overwriteWhenQuiet(runtime);
    startNextRun(runtime);
    void backUpWhenDue(runtime);
    anchorAudit(runtime);
  } catch (error) {
    runtime.options.log(`What is due by itself was not done, and is tried again in a minute: ${String(error)}`);
  }
}

/** Somebody may have deleted the file by which other programs are kept out. */
function holdFolder({ heldFolder, options }: Runtime): void {
  try {
    heldFolder.holdOn();
  } catch (error) {
    options.log(`The data folder is not locked against other programs any more: ${String(error)}`);
  }
}

/** A window that nobody uses any more signs out by itself, locked or not. What it set going goes on. */
const SIGNED_OUT_AFTER_HOURS = 4;

function signOutUnused(runtime: Runtime): void {
  const { site, callers, options, events } = runtime;
  const unused = callers.unused(SIGNED_OUT_AFTER_HOURS * 3_600_000);
  if (!site || site.demo || unused.length === 0) return;
  for (const callerState of unused) {
    const user = signedInUser(runtime, callerState);
    const subject = `after ${SIGNED_OUT_AFTER_HOURS} hours without a call`;
    if (user) recordAction({ db: site.db, user, now: options.now() }, 'site.signOut', subject);
    callers.signOut(callerState);
  }
  events.emit('site.changed', {});
  leaveIfDeserted(runtime);
}

/** A session whose window is gone for long is over: it must not stand as running for ever. */
function endForsakenSessions(runtime: Runtime): void {
  const now = runtime.options.now();
  const forsaken = runtime.runningSessions.forsaken(runtime.uptimeMs());
  if (!runtime.site) return;
  const { db } = runtime.site;
  for (const sessionId of forsaken) {
    const isEnded = inTransaction(db, () => {
      if (!recoverSession(db, sessionId)) return false;
      recordByProgram(db, 'sessions.recover', sessionId, now);
      return true;
    });
    runtime.runningSessions.ended(sessionId);
    if (isEnded) runtime.events.emit('sessions.changed', { sessionId });
  }
}
