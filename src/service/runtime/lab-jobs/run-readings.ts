import type { Failure } from '../../../core/words/failure.ts';
import type { RunImage } from '../../../jobs/train/run-images/run-images.node.ts';
import type { TrainingJob } from '../../../jobs/train/training-job.ts';
import type { LabJobs } from './lab-jobs.ts';

/** Readings of the images of finished runs, each with the run's own model. */
export interface RunReadings {
  /** @throws Error where the host starts no processes for jobs. */
  start(runId: string, job: TrainingJob, listener: RunReadingListener, childIds: ReadonlySet<string>): void;
  /** Stops those that read images of a child. */
  stopReadersOf(childId: string): void;
  /** How many read pictures of a child. */
  readersOf(childId: string): number;
  isUnderWay(runId: string): boolean;
  /** Why the last reading of a run came to nothing, since the program began; null if it did not. */
  failureOf(runId: string): Failure | null;
}

export interface RunReadingListener {
  onImages(images: readonly RunImage[]): void;
  /** @param failure Null when it has read all of them, or was stopped. @param details For the log, where nothing was foreseen. */
  onEnd(failure: Failure | null, details: string | null): Failure | null;
}

export function createRunReadings(labJobs: LabJobs): RunReadings {
  const underWay = new Map<string, { readonly stop: () => void; readonly childIds: ReadonlySet<string> }>();
  const failures = new Map<string, Failure>();
  return {
    start(runId, job, { onImages, onEnd }, childIds) {
      const { stop, ended } = labJobs.start('run-images', job, onImages);
      underWay.set(runId, { stop, childIds });
      failures.delete(runId);
      void ended.then((end) => {
        underWay.delete(runId);
        const failed = end.kind === 'failed';
        const told = onEnd(failed ? end.failure : null, failed && !end.failure ? end.details : null);
        if (told) failures.set(runId, told);
      });
    },
    stopReadersOf(childId) {
      for (const { stop, childIds } of underWay.values()) if (childIds.has(childId)) stop();
    },
    readersOf: (childId) => [...underWay.values()].filter(({ childIds }) => childIds.has(childId)).length,
    isUnderWay: (runId) => underWay.has(runId),
    failureOf: (runId) => failures.get(runId) ?? null,
  };
}
