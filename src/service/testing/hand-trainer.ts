import type { LogRecord } from '../../core/training/log-record.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { LaunchTrainer, TrainingEnd } from '../runtime/launch-trainer.ts';

/** A trainer in the test's hands: it tells these records and ends as it is told, or when it is asked to stop. */
export function handTrainer(told: readonly LogRecord[] = []) {
  const jobs: TrainingJob[] = [];
  let end = (_: TrainingEnd) => {};
  const launch: LaunchTrainer = (job) => {
    jobs.push(job);
    const { promise: done, resolve } = Promise.withResolvers<TrainingEnd>();
    end = resolve;
    async function* records() {
      yield* told;
      await done;
    }
    return { records: records(), done, stop: () => resolve({ kind: 'stopped' }) };
  };
  return { jobs, launch, end: (outcome: TrainingEnd) => end(outcome) };
}
