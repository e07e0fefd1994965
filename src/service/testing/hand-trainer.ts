import type { LogRecord } from '../../core/training/log-record.ts';
import type { PauseReason } from '../../core/training/pause.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { LaunchTrainer, TrainingEnd } from '../runtime/launch-trainer.ts';

/** A trainer in the test's hands: it tells these records and ends as it is told, or when it is asked to stop. */
export function handTrainer(told: readonly LogRecord[] = []) {
  const jobs: TrainingJob[] = [];
  /** What the last training was told of pauses. */
  const pauses: (readonly PauseReason[])[] = [];
  let end = (_: TrainingEnd) => {};
  const launch: LaunchTrainer = (job) => {
    jobs.push(job);
    const { promise: done, resolve } = Promise.withResolvers<TrainingEnd>();
    end = resolve;
    async function* records() {
      yield* told;
      await done;
    }
    return {
      records: records(),
      done,
      stop: () => resolve({ kind: 'stopped' }),
      pause: (why) => void pauses.push(why),
    };
  };
  return { jobs, pauses, launch, end: (outcome: TrainingEnd) => end(outcome) };
}
