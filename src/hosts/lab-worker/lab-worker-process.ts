/** The lab's worker process: see processes/do-work.ts. */
import type { LabJob } from '../../jobs/lab/lab-job.ts';
import { LAB_JOBS } from '../../jobs/lab/lab-jobs.ts';
import { doWork } from '../processes/do-work.ts';
import type { LabWork } from './launch-lab-job.ts';

doWork<LabWork, unknown, unknown>({
  async *run({ name, input }, signal) {
    const job = (await LAB_JOBS[name]()) as LabJob<unknown, unknown, unknown>;
    return yield* job(input, { signal });
  },
});
