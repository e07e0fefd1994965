import type { LabJobName } from '../../jobs/lab/lab-jobs.ts';
import type { LabJobEnd } from '../../service/runtime/lab-jobs/launch-lab-job.ts';

/** What the host tells the worker's process: one start, then perhaps a stop. */
export type ToLabWorker =
  | { readonly kind: 'start'; readonly name: LabJobName; readonly input: unknown }
  | { readonly kind: 'stop' };

/** What the worker's process tells the host: what the job tells, then one end. */
export type FromLabWorker =
  | { readonly kind: 'told'; readonly told: unknown }
  | { readonly kind: 'end'; readonly end: LabJobEnd<unknown> };
