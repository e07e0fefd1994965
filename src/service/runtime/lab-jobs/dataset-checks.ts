import type { Failure } from '../../../core/words/failure.ts';
import type { LabJobInput, LabJobOutput } from '../../../jobs/lab/lab-jobs.ts';
import type { LabJobs } from './lab-jobs.ts';

/** Checks of datasets' images that are under way, each in a process of its own. */
export interface DatasetChecks {
  /** @throws Error where the host starts no processes for jobs. */
  start(datasetId: string, input: Promise<LabJobInput<'check'>>, listener: CheckListener): void;
  isUnderWay(datasetId: string): boolean;
  /** Why the last check came to nothing, since the program began; null if it did not. */
  failureOf(datasetId: string): Failure | null;
}

export interface CheckListener {
  onFound(found: LabJobOutput<'check'>): void;
  /** @param details For the log. @returns What people are told. */
  onFailed(failure: Failure | null, details: string): Failure;
  /** After all of that. */
  onEnd(): void;
}

export function createDatasetChecks(labJobs: LabJobs): DatasetChecks {
  const underWay = new Set<string>();
  const failures = new Map<string, Failure>();
  const run = async (datasetId: string, input: Promise<LabJobInput<'check'>>, listener: CheckListener) => {
    try {
      const end = await labJobs.start('check', await input, () => {}).ended;
      if (end.kind === 'finished') listener.onFound(end.output);
      else if (end.kind === 'failed') failures.set(datasetId, listener.onFailed(end.failure, end.details));
    } catch (error) {
      failures.set(datasetId, listener.onFailed(null, String(error)));
    } finally {
      underWay.delete(datasetId);
      listener.onEnd();
    }
  };
  return {
    start(datasetId, input, listener) {
      underWay.add(datasetId);
      failures.delete(datasetId);
      void run(datasetId, input, listener);
    },
    isUnderWay: (datasetId) => underWay.has(datasetId),
    failureOf: (datasetId) => failures.get(datasetId) ?? null,
  };
}
