import { CallError } from '../../../contract/error.ts';
import { findRun, type StoredRun } from '../../../core/store/lab/runs.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';

/** @throws CallError if there is none. */
export function existingRun(db: ReadableDb, runId: string): StoredRun {
  const run = findRun(db, runId);
  if (!run) throw new CallError('not-found', failure('lab.run-not-there'));
  return run;
}
