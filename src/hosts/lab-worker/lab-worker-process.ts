/**
 * The lab's worker process: takes one job, tells what it finds, and ends.
 *
 * It runs at low priority so that a live session in the window is never short of a processor. When the host dies it ends as
 * if it had been told to.
 */
import { constants, setPriority } from 'node:os';
import { inspect } from 'node:util';
import { FailureError, failureOf } from '../../core/words/failure-error.ts';
import type { LabJob } from '../../jobs/lab/lab-job.ts';
import { LAB_JOBS, type LabJobName } from '../../jobs/lab/lab-jobs.ts';
import type { LabJobEnd } from '../../service/runtime/lab-jobs/launch-lab-job.ts';
import { parentPort } from '../processes/parent-port.ts';
import type { FromLabWorker, ToLabWorker } from './lab-worker-messages.ts';

const port = parentPort<ToLabWorker, FromLabWorker>();
const stopping = new AbortController();

setPriority(constants.priority.PRIORITY_LOW);
port.onLost(() => stopping.abort());
port.onMessage((message) => {
  if (message.kind === 'stop') stopping.abort();
  else void runJob(message.name, message.input);
});

async function runJob(name: LabJobName, input: unknown): Promise<void> {
  await port.send({ kind: 'end', end: await endOf(name, input) });
  port.close();
}

async function endOf(name: LabJobName, input: unknown): Promise<LabJobEnd<unknown>> {
  try {
    const job = (await LAB_JOBS[name]()) as LabJob<unknown, unknown, unknown>;
    const telling = job(input, { signal: stopping.signal });
    for (;;) {
      const { done, value } = await telling.next();
      if (done) return { kind: 'finished', output: value };
      await port.send({ kind: 'told', told: value });
      if (!stopping.signal.aborted) continue;
      // What it is in the midst of is put in order: a checkpoint is written.
      await telling.return(undefined);
      return { kind: 'stopped' };
    }
  } catch (error) {
    if (stopping.signal.aborted) return { kind: 'stopped' };
    const failure = error instanceof FailureError ? failureOf(error) : null;
    if (!failure) console.error(error);
    return { kind: 'failed', failure, details: inspect(error) };
  }
}
