import type { LogRecord } from '../../core/training/log-record.ts';
import type { PauseReason } from '../../core/training/pause.ts';
import type { Failure } from '../../core/words/failure.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';

/** How a training ended. `stopped` leaves a checkpoint from which it can go on. */
export type TrainingEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'failed';
      /** Null for what was not foreseen. */
      readonly failure: Failure | null;
      /** For the log: the error with its stack. */
      readonly details: string;
    };

/** A training under way in a process of its own. */
export interface TrainingUnderWay {
  /** The trainer's log as it comes; ends when the training does. May be read once. */
  readonly records: AsyncIterable<LogRecord>;
  /** Asks it to stop after the step under way, with a checkpoint. */
  stop(): void;
  /** Lets it wait between two steps for as long as there is a reason. */
  pause(reasons: readonly PauseReason[]): void;
  /** Never rejects: a process that dies is a failed training. */
  readonly done: Promise<TrainingEnd>;
}

/** Starts a training in another process; each host has its own kind of process. */
export type LaunchTrainer = (job: TrainingJob) => TrainingUnderWay;
