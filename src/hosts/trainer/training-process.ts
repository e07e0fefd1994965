import type { LogRecord } from '../../core/training/log-record.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { TrainingEnd, TrainingUnderWay } from '../../service/runtime/launch-trainer.ts';
import { createMessageStream } from './message-stream.ts';
import type { FromTrainer, ToTrainer } from './trainer-messages.ts';

/** What a child process and a utility process have in common, as far as a training needs it. */
export interface TrainerPort {
  send(message: ToTrainer): void;
  onMessage(listener: (message: FromTrainer) => void): void;
  /** @param listener Told in words how the process ended, e.g. "with code 1". */
  onExit(listener: (how: string) => void): void;
  kill(): void;
}

/** A process that said it was done and still lives after this is killed. */
const EXIT_WITHIN_MS = 5_000;

/** Runs one job in a process that was just started. */
export function runTraining(port: TrainerPort, job: TrainingJob): TrainingUnderWay {
  const records = createMessageStream<LogRecord>();
  const { promise: done, resolve } = Promise.withResolvers<TrainingEnd>();
  let alive = true;

  const finish = (end: TrainingEnd) => {
    records.end();
    resolve(end);
  };
  port.onMessage((message) => {
    if (message.kind === 'record') {
      records.push(message.record);
      return;
    }
    finish(message.end);
    setTimeout(() => alive && port.kill(), EXIT_WITHIN_MS).unref();
  });
  port.onExit((how) => {
    alive = false;
    finish({
      kind: 'failed',
      message: `The training's process ended ${how} without saying why. Its last checkpoint is kept: resume the run.`,
    });
  });
  port.send({ kind: 'start', job });
  return { records, done, stop: () => alive && port.send({ kind: 'stop' }) };
}
