import { recoverSession } from '../core/store/sessions/sessions.node.ts';
import { inTransaction } from '../core/store/store.node.ts';
import { startNextRun } from './lab/runs/run-queue.ts';
import { backUpWhenDue } from './records/planned-backups.ts';
import { expireConsents } from './runtime/ended-consents.ts';
import { rekeyWhenDue } from './runtime/keys/rekeying.ts';
import { recordByProgram } from './runtime/record-by-program.ts';
import { anchorAudit } from './runtime/records/audit-anchor.ts';
import type { Runtime } from './runtime/runtime.ts';
import { expireVideos } from './runtime/videos/video-setting.ts';

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
  if (runtime.rekeying) return;
  try {
    rekeyWhenDue(runtime);
    if (runtime.rekeying) return;
    expireConsents(runtime);
    endForsakenSessions(runtime);
    expireVideos(runtime);
    startNextRun(runtime);
    void backUpWhenDue(runtime);
    anchorAudit(runtime);
  } catch (error) {
    runtime.options.log(`What is due by itself was not done, and is tried again in a minute: ${String(error)}`);
  }
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
