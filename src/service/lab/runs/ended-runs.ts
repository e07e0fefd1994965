import { forgetTurn } from '../../../core/store/lab/run-turns.node.ts';
import { appendRunLog, findRun, type StoredRun, updateRun } from '../../../core/store/lab/runs.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { reportIncident } from '../../runtime/to-call-error.ts';
import type { RunEnd } from '../../runtime/trainings/run-end.ts';

/**
 * Writes how a run ended. Where the store cannot take it, its disk being full, the end is kept in memory until it can: the
 * run is shown as it is, and may go on as soon as there is room.
 *
 * @returns The run as it is now; null where it is not there any more.
 */
export function endRun(runtime: Runtime, site: OpenSite, runId: string, end: RunEnd): StoredRun | null {
  try {
    return written(site, runId, end);
  } catch (error) {
    reportIncident(runtime, 'writing how a training ended', error);
    site.unwrittenEnds.set(runId, end);
    const run = findRun(site.db, runId);
    return run && asEnded(site, run);
  }
}

/** Writes the ends that could not be written before. @throws SqliteError as long as the store takes nothing. */
export function writeEnds(site: OpenSite): void {
  for (const [runId, end] of site.unwrittenEnds) {
    written(site, runId, end);
    site.unwrittenEnds.delete(runId);
  }
}

/** A run as it is now, whether or not the store knows that it has ended. */
export function asEnded({ unwrittenEnds }: OpenSite, run: StoredRun): StoredRun {
  const end = unwrittenEnds.get(run.id);
  return end ? { ...run, ...end.change } : run;
}

function written({ db }: OpenSite, runId: string, { change, log }: RunEnd): StoredRun | null {
  return inTransaction(db, () => {
    forgetTurn(db, runId);
    appendRunLog(db, runId, log);
    const updated = updateRun(db, runId, change);
    return updated.kind === 'updated' ? updated.run : null;
  });
}
