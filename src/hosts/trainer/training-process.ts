import type { LogRecord } from '../../contract/training.ts';
import { failure } from '../../core/words/failure.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { TrainingEnd, TrainingUnderWay } from '../../service/runtime/launch-trainer.ts';
import { createMessageStream } from './message-stream.ts';
import type { FromTrainer, ToTrainer } from './trainer-messages.ts';

/** What a child process and a utility process have in common, as far as a training needs it. */
export interface TrainerPort {
  send(message: ToTrainer): void;
  onMessage(listener: (message: FromTrainer) => void): void;
  /** @param listener Told how the process ended: its exit code, the signal that ended it, or why it did not start. */
  onExit(listener: (code: string) => void): void;
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
  port.onExit((code) => {
    alive = false;
    const ended = failure('training.process-ended', { code });
    finish({ kind: 'failed', failure: ended, details: englishOf(ended) });
  });
  port.send({ kind: 'start', job });
  return { records, done, stop: () => alive && port.send({ kind: 'stop' }) };
}
