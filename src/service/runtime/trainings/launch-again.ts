import { existsSync } from 'node:fs';
import { type LogRecord, warningRecord } from '../../../core/training/log-record.ts';
import type { PauseReason } from '../../../core/training/pause.ts';
import { saying } from '../../../core/training/said.ts';
import { type Failure, failure, type Reason } from '../../../core/words/failure.ts';
import { checkpointFileIn } from '../../../jobs/train/checkpoint-file.ts';
import type { LaunchTrainer, TrainingEnd, TrainingUnderWay } from '../launch-trainer.ts';

/** What computes was lost, and nothing else: another process may have it again. */
const WORTH_ANOTHER_TRY: readonly Reason[] = ['training.engine-lost', 'training.worker-lost', 'training.process-ended'];

/**
 * The same trainings, each of which goes on from its checkpoint once when what computes was lost; its log says so.
 *
 * @param now Milliseconds since 1970.
 */
export function launchingAgain(launch: LaunchTrainer, now: () => number = Date.now): LaunchTrainer {
  return (job) => {
    let training: TrainingUnderWay = launch(job);
    let isStopping = false;
    let pauses: readonly PauseReason[] = [];
    const { promise: done, resolve } = Promise.withResolvers<TrainingEnd>();

    async function* records(): AsyncGenerator<LogRecord, void> {
      try {
        yield* training.records;
        const why = lostIn(await training.done);
        if (!why || isStopping) return;
        yield warningRecord(saying(why), now());
        yield warningRecord(saying(failure('runLog.tried-again')), now());
        training = launch({ ...job, resume: existsSync(checkpointFileIn(job.outDir)) });
        training.pause(pauses);
        yield* training.records;
      } finally {
        // Not awaited: whoever stopped reading has yet to stop the training.
        void training.done.then(resolve);
      }
    }
    return {
      records: records(),
      done,
      stop() {
        isStopping = true;
        training.stop();
      },
      pause(reasons) {
        pauses = reasons;
        training.pause(reasons);
      },
    };
  };
}

function lostIn(end: TrainingEnd): Failure | null {
  if (end.kind !== 'failed' || !end.failure) return null;
  return WORTH_ANOTHER_TRY.includes(end.failure.reason) ? end.failure : null;
}
