import type { Failure } from '../../../core/words/failure.ts';
import type { LabJobInput, LabJobName, LabJobOutput, LabJobTold } from '../../../jobs/lab/lab-jobs.ts';

/** How a job ended. */
export type LabJobEnd<Output> =
  | { readonly kind: 'finished'; readonly output: Output }
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'failed';
      /** Null for what was not foreseen. */
      readonly failure: Failure | null;
      /** For the log: the error with its stack. */
      readonly details: string;
    };

/** A job under way in a process of its own. */
export interface LabJobUnderWay<Name extends LabJobName> {
  /** What it tells as it comes; ends when the job does. May be read once. */
  readonly told: AsyncIterable<LabJobTold<Name>>;
  /** Asks it to end after the step under way. */
  stop(): void;
  /** Never rejects: a process that dies is a failed job. */
  readonly done: Promise<LabJobEnd<LabJobOutput<Name>>>;
}

/** Starts a job in another process; each host has its own kind of process. */
export type LaunchLabJob = <Name extends LabJobName>(name: Name, input: LabJobInput<Name>) => LabJobUnderWay<Name>;
