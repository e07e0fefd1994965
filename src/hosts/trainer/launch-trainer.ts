import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import type { LogRecord } from '../../core/training/log-record.ts';
import type { PauseReason } from '../../core/training/pause.ts';
import { failure } from '../../core/words/failure.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { LaunchTrainer } from '../../service/runtime/launch-trainer.ts';
import type { StartProgram } from '../processes/program-process.ts';
import { runWork } from '../processes/run-work.ts';
import type { FromWork, ToWork } from '../processes/work-messages.ts';

const ENTRY = entryBeside(import.meta.url, './trainer-process.ts');

/** Trains in a process of the kind that the host starts. */
export function trainerLauncher(start: StartProgram): LaunchTrainer {
  return (job) => {
    const program = start<ToWork<TrainingJob, readonly PauseReason[]>, FromWork<LogRecord, null>>(ENTRY);
    const { told, done, stop, tell } = runWork(program, job, (code) => failure('training.process-ended', { code }));
    return { records: told, done, stop, pause: tell };
  };
}
