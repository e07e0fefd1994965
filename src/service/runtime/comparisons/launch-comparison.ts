import type { Failure } from '../../../core/words/failure.ts';
import type { ComparisonJob, NewComparison } from '../../../jobs/compare/comparison-job.ts';

/** How a comparison ended. */
export type ComparisonEnd =
  | { readonly kind: 'finished'; readonly found: NewComparison }
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'failed';
      /** Null for what was not foreseen. */
      readonly failure: Failure | null;
      /** For the log: the error with its stack. */
      readonly details: string;
    };

/** A comparison under way in a process of its own. */
export interface ComparisonUnderWay {
  stop(): void;
  /** Never rejects: a process that dies is a comparison that failed. */
  readonly done: Promise<ComparisonEnd>;
}

/**
 * Starts a comparison in another process; each host has its own kind of process.
 *
 * @param onProgress Told of test images whose faces have been found, of how many.
 */
export type LaunchComparison = (
  job: ComparisonJob,
  onProgress: (done: number, total: number) => void,
) => ComparisonUnderWay;
