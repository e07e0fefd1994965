import { inspect } from 'node:util';
import type { LabJobInput, LabJobName, LabJobOutput, LabJobTold } from '../../../jobs/lab/lab-jobs.ts';
import { trainingFailure } from '../../../jobs/train/training-failure.node.ts';
import type { LabJobEnd, LabJobUnderWay, LaunchLabJob } from './launch-lab-job.ts';

/** The jobs that this process has under way in processes of their own, beside trainings. */
export interface LabJobs {
  /** False where the host starts no such processes. */
  readonly canStart: boolean;
  /**
   * Starts a job.
   *
   * @param onTold Hears what it tells, in order. What it throws ends the job as failed.
   * @returns How to stop it, and its end, which never rejects.
   */
  start<Name extends LabJobName>(
    name: Name,
    input: LabJobInput<Name>,
    onTold: (told: LabJobTold<Name>) => void,
  ): { stop(): void; readonly ended: Promise<LabJobEnd<LabJobOutput<Name>>> };
  any(): boolean;
  /** Stops all and waits for them. */
  stopAll(): Promise<void>;
}

/** @param onIdle Told when the last one has ended. */
export function createLabJobs(launch: LaunchLabJob | undefined, onIdle: () => void): LabJobs {
  const underWay = new Map<object, { stop(): void; ended: Promise<unknown> }>();
  return {
    canStart: launch !== undefined,
    start(name, input, onTold) {
      if (!launch) throw new Error(`the job ${name} cannot be started: this host starts no processes for jobs`);
      const job = launch(name, input);
      const key = {};
      const ended = endOf(job, onTold).finally(() => {
        underWay.delete(key);
        // Whoever awaited the end goes first: they may start another.
        if (underWay.size === 0) queueMicrotask(() => underWay.size === 0 && onIdle());
      });
      underWay.set(key, { stop: job.stop, ended });
      return { stop: job.stop, ended };
    },
    any: () => underWay.size > 0,
    async stopAll() {
      for (const { stop } of underWay.values()) stop();
      await Promise.all([...underWay.values()].map(({ ended }) => ended));
    },
  };
}

async function endOf<Name extends LabJobName>(
  job: LabJobUnderWay<Name>,
  onTold: (told: LabJobTold<Name>) => void,
): Promise<LabJobEnd<LabJobOutput<Name>>> {
  try {
    for await (const told of job.told) onTold(told);
  } catch (error) {
    job.stop();
    await job.done;
    return { kind: 'failed', failure: trainingFailure(error), details: inspect(error) };
  }
  return await job.done;
}
