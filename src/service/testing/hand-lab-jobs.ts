import type { LabJobInput, LabJobName } from '../../jobs/lab/lab-jobs.ts';
import type { LabJobEnd, LaunchLabJob } from '../runtime/lab-jobs/launch-lab-job.ts';

interface HandJob {
  readonly name: LabJobName;
  readonly input: LabJobInput<LabJobName>;
  tell(told: object): void;
  end(end: LabJobEnd<unknown>): void;
}

/** Jobs in the test's hands: each tells and ends as it is told, or ends when it is asked to stop. */
export function handLabJobs() {
  const jobs: HandJob[] = [];
  const launch: LaunchLabJob = (name, input) => {
    const { promise: done, resolve } = Promise.withResolvers<LabJobEnd<never>>();
    const told = new TransformStream<never, never>();
    const writer = told.writable.getWriter();
    const end = (how: LabJobEnd<unknown>) => {
      resolve(how as LabJobEnd<never>);
      void writer.close().catch(() => undefined);
    };
    jobs.push({ name, input, tell: (each) => void writer.write(each as never), end });
    return { told: told.readable, done, stop: () => end({ kind: 'stopped' }) };
  };
  return { jobs, launch };
}
