import type { LabJob } from './lab-job.ts';

/**
 * Every job that runs in the lab's worker process: name -> how to load it. A new one is entered here, and is started with
 * `runtime.labJobs.start(name, input, listener)`; nothing else has to know of it.
 */
export const LAB_JOBS = {
  /** Begins a study or goes on with it. */
  study: async () => (await import('../study/study-job.node.ts')).runStudyJob,
  /** How fast this machine trains. */
  speed: async () => (await import('../study/measure-speed.node.ts')).measureSpeed,
  /** Compares a model with the one in use on locked test images. */
  compare: async () => (await import('../compare/compare-again.node.ts')).compareAgain,
  'read-faces': async () => (await import('../index/read-faces.node.ts')).readFacesJob,
  index: async () => (await import('../index/index-images.node.ts')).indexImages,
  check: async () => (await import('../dataset/check-for-lab.node.ts')).checkForLab,
  'run-images': async () => (await import('../train/run-images/run-images.node.ts')).readRunImages,
} as const satisfies Record<string, () => Promise<LabJob<never, unknown, unknown>>>;

type JobOf<Name extends LabJobName> = Awaited<ReturnType<(typeof LAB_JOBS)[Name]>>;

export type LabJobName = keyof typeof LAB_JOBS;
/** What a job is given. */
export type LabJobInput<Name extends LabJobName> = Parameters<JobOf<Name>>[0];
/** What it tells while it works. */
export type LabJobTold<Name extends LabJobName> =
  ReturnType<JobOf<Name>> extends AsyncGenerator<infer Told, unknown> ? Told : never;
/** What it says at its end. */
export type LabJobOutput<Name extends LabJobName> =
  ReturnType<JobOf<Name>> extends AsyncGenerator<unknown, infer Output> ? Output : never;
