import { inspect } from 'node:util';
import type { LogRecord } from '../../core/training/log-record.ts';
import { failure } from '../../core/words/failure.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { LaunchTrainer, TrainingEnd, TrainingUnderWay } from './launch-trainer.ts';

export interface TrainingListener {
  onRecord(record: LogRecord): void;
  onEnd(end: TrainingEnd): Promise<void>;
}

/** The trainings that this process has under way, by run. */
export interface Trainings {
  start(runId: string, job: TrainingJob, listener: TrainingListener): void;
  /** @returns False if that run is not under way here. */
  stop(runId: string): boolean;
  any(): boolean;
  /** Stops all, with a checkpoint, and waits for them. */
  stopAll(): Promise<void>;
}

/** @param onIdle Told when the last one has ended. */
export function createTrainings(launch: LaunchTrainer, onIdle: () => void): Trainings {
  const underWay = new Map<string, { training: TrainingUnderWay; followed: Promise<void> }>();

  const follow = async (runId: string, training: TrainingUnderWay, listener: TrainingListener) => {
    try {
      await listener.onEnd(await outcome(training, listener));
    } finally {
      underWay.delete(runId);
      if (underWay.size === 0) onIdle();
    }
  };
  return {
    start(runId, job, listener) {
      const training = launch(job);
      underWay.set(runId, { training, followed: follow(runId, training, listener) });
    },
    stop(runId) {
      underWay.get(runId)?.training.stop();
      return underWay.has(runId);
    },
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
    return { kind: 'failed', failure: failure('training.log-not-kept'), details: inspect(error) };
  }
  return await training.done;
}
