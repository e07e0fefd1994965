import { inspect } from 'node:util';
import type { LogRecord } from '../../core/training/log-record.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { FailureError, failureOf } from '../../core/words/failure-error.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { LaunchTrainer, TrainingEnd, TrainingUnderWay } from './launch-trainer.ts';

export interface TrainingListener {
  onRecord(record: LogRecord): void;
  onEnd(end: TrainingEnd): Promise<void>;
}

/** The trainings that this process has under way, by run. */
export interface Trainings {
  /** @param childIds The children whose kept pictures it reads. */
  start(runId: string, job: TrainingJob, listener: TrainingListener, childIds?: ReadonlySet<string>): void;
  /** @returns False if that run is not under way here. */
  stop(runId: string): boolean;
  /**
   * Ends those that read pictures of a child, for this reason: what they have made by then is no model.
   *
   * @returns Their runs.
   */
  endReadersOf(childId: string, why: Failure): string[];
  /** How many read pictures of a child. */
  readersOf(childId: string): number;
  any(): boolean;
  /** Lets a run wait because a person wants it to, or go on. @returns False if it is not under way here. */
  pause(runId: string, paused: boolean): boolean;
  /** All wait while a live session runs: it has the machine first. */
  yieldToSession(running: boolean): void;
  /** Told each time that the last one has ended. @returns The function that ends it. */
  watchIdle(listener: () => void): () => void;
  /** Stops all, with a checkpoint, and waits for them. */
  stopAll(): Promise<void>;
}

interface UnderWay {
  readonly training: TrainingUnderWay;
  readonly followed: Promise<void>;
  readonly childIds: ReadonlySet<string>;
  /** Why it may not go on; null while it may. */
  endedFor: Failure | null;
  isPaused: boolean;
}

/** @param onIdle Told when the last one has ended. */
export function createTrainings(launch: LaunchTrainer, onIdle: () => void): Trainings {
  const underWay = new Map<string, UnderWay>();
  const idleListeners = new Set<() => void>();
  let sessionRuns = false;
  const tellPauses = ({ training, isPaused }: UnderWay) => {
    training.pause([...(isPaused ? (['person'] as const) : []), ...(sessionRuns ? (['session'] as const) : [])]);
  };

  const follow = async (runId: string, training: TrainingUnderWay, listener: TrainingListener) => {
    try {
      const end = await outcome(training, listener);
      const why = underWay.get(runId)?.endedFor;
      await listener.onEnd(why ? { kind: 'failed', failure: why, details: why.reason } : end);
    } finally {
      underWay.delete(runId);
      if (underWay.size === 0) {
        for (const tell of idleListeners) tell();
        onIdle();
      }
    }
  };
  return {
    start(runId, job, listener, childIds = new Set()) {
      const training = launch(job);
      const run = { training, childIds, endedFor: null, isPaused: false };
      underWay.set(runId, { ...run, followed: follow(runId, training, listener) });
      if (sessionRuns) tellPauses(underWay.get(runId)!);
    },
    pause(runId, paused) {
      const run = underWay.get(runId);
      if (!run) return false;
      run.isPaused = paused;
      tellPauses(run);
      return true;
    },
    yieldToSession(running) {
      sessionRuns = running;
      for (const run of underWay.values()) tellPauses(run);
    },
    watchIdle(listener) {
      idleListeners.add(listener);
      return () => {
        idleListeners.delete(listener);
      };
    },
    stop(runId) {
      underWay.get(runId)?.training.stop();
      return underWay.has(runId);
    },
    endReadersOf(childId, why) {
      const readers = [...underWay].filter(([, { childIds }]) => childIds.has(childId));
      for (const [, run] of readers) {
        run.endedFor ??= why;
        run.training.stop();
      }
      return readers.map(([runId]) => runId);
    },
    readersOf: (childId) => [...underWay.values()].filter(({ childIds }) => childIds.has(childId)).length,
    any: () => underWay.size > 0,
    async stopAll() {
      for (const { training } of underWay.values()) training.stop();
      await Promise.all([...underWay.values()].map(({ followed }) => followed));
    },
  };
}

/** How it ended. A log that cannot be kept ends it: a run without its log cannot be told from one that went wrong. */
async function outcome(training: TrainingUnderWay, listener: TrainingListener): Promise<TrainingEnd> {
  try {
    for await (const record of training.records) listener.onRecord(record);
  } catch (error) {
    training.stop();
    await training.done;
    const why = error instanceof FailureError ? failureOf(error) : failure('training.log-not-kept');
    return { kind: 'failed', failure: why, details: inspect(error) };
  }
  return await training.done;
}
