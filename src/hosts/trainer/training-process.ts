import type { LogRecord } from '../../core/training/log-record.ts';
import { failure } from '../../core/words/failure.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { TrainingEnd, TrainingUnderWay } from '../../service/runtime/launch-trainer.ts';
import { createMessageStream } from '../processes/message-stream.ts';
import type { ProgramProcess } from '../processes/program-process.ts';
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
  program.onExit((code) => {
    alive = false;
    const ended = failure('training.process-ended', { code });
    finish({ kind: 'failed', failure: ended, details: englishOf(ended) });
  });
  program.send({ kind: 'start', job });
  return {
    records,
    done,
    stop: () => alive && program.send({ kind: 'stop' }),
    pause: (reasons) => alive && program.send({ kind: 'pause', reasons }),
  };
}
