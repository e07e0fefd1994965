/**
 * The trainer's process: takes one job, tells its log, and ends.
 *
 * It runs at low priority, and waits while it is told to, so that a live session in the window is never short of a
 * processor. When the host dies it stops as if it had been told to: after the step under way, with a checkpoint.
 */
import { constants, setPriority } from 'node:os';
import { inspect } from 'node:util';
import { pauseSwitch } from '../../core/training/pause.ts';
import { type TrainingJob, trainModel } from '../../jobs/train/train.node.ts';
import { trainingFailure } from '../../jobs/train/training-failure.ts';
import type { TrainingEnd } from '../../service/runtime/launch-trainer.ts';
import { parentPort } from '../processes/parent-port.ts';
import type { FromTrainer, ToTrainer } from './trainer-messages.ts';

const port = parentPort<ToTrainer, FromTrainer>();
const stopping = new AbortController();
const pause = pauseSwitch(new Promise((resolve) => stopping.signal.addEventListener('abort', resolve)));

setPriority(constants.priority.PRIORITY_LOW);
port.onLost(() => stopping.abort());
port.onMessage((message) => {
  if (message.kind === 'stop') stopping.abort();
  else if (message.kind === 'pause') pause.set(message.reasons);
  else void runJob(message.job);
});

async function runJob(job: TrainingJob): Promise<void> {
  await port.send({ kind: 'end', end: await train(job) });
  port.close();
}

async function train(job: TrainingJob): Promise<TrainingEnd> {
  try {
    for await (const record of trainModel(job, { signal: stopping.signal, pause }))
      await port.send({ kind: 'record', record });
    return { kind: stopping.signal.aborted ? 'stopped' : 'finished' };
  } catch (error) {
    if (stopping.signal.aborted) return { kind: 'stopped' };
    console.error(error);
    return { kind: 'failed', failure: trainingFailure(error), details: inspect(error) };
  }
}
