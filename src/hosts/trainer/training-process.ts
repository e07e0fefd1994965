import type { LogRecord } from '../../contract/training.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { TrainingEnd, TrainingUnderWay } from '../../service/runtime/launch-trainer.ts';
import type { ProgramProcess } from '../processes/program-process.ts';
import { createMessageStream } from './message-stream.ts';
import type { FromTrainer, ToTrainer } from './trainer-messages.ts';

/** A process that said it was done and still lives after this is killed. */
const EXIT_WITHIN_MS = 5_000;

/** Runs one job in a process that was just started. */
export function runTraining(program: ProgramProcess<ToTrainer, FromTrainer>, job: TrainingJob): TrainingUnderWay {
  const records = createMessageStream<LogRecord>();
  const { promise: done, resolve } = Promise.withResolvers<TrainingEnd>();
  let alive = true;

  const finish = (end: TrainingEnd) => {
    records.end();
    resolve(end);
  };
  program.onMessage((message) => {
    if (message.kind === 'record') {
      records.push(message.record);
      return;
    }
    finish(message.end);
    setTimeout(() => alive && program.kill(), EXIT_WITHIN_MS).unref();
  });
  program.onExit((how) => {
    alive = false;
    finish({
      kind: 'failed',
      message: `The training's process ended ${how} without saying why. Its last checkpoint is kept: resume the run.`,
    });
  });
  program.send({ kind: 'start', job });
  return { records, done, stop: () => alive && program.send({ kind: 'stop' }) };
}
