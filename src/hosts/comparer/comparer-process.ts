/**
 * The process that compares two models: takes one job, tells how far it has come, and ends with what it found. It runs at
 * low priority so that a live session in the window is never short of a processor.
 */
import { constants, setPriority } from 'node:os';
import { inspect } from 'node:util';
import { FailureError, failureOf } from '../../core/words/failure-error.ts';
import { compareAgain } from '../../jobs/compare/compare-again.node.ts';
import type { ComparisonJob } from '../../jobs/compare/comparison-job.ts';
import type { ComparisonEnd } from '../../service/runtime/comparisons/launch-comparison.ts';
import { parentPort } from '../processes/parent-port.ts';
import type { FromComparer, ToComparer } from './comparer-messages.ts';

/** The screen is told no more often: one message an image would be too many. */
const TELL_EVERY_MS = 300;

const port = parentPort<ToComparer, FromComparer>();
const stopping = new AbortController();

setPriority(constants.priority.PRIORITY_LOW);
port.onLost(() => stopping.abort());
port.onMessage((message) => {
  if (message.kind === 'stop') stopping.abort();
  else void runJob(message.job);
});

async function runJob(job: ComparisonJob): Promise<void> {
  await port.send({ kind: 'end', end: await compare(job) });
  port.close();
}

async function compare(job: ComparisonJob): Promise<ComparisonEnd> {
  let toldAtMs = 0;
  const onProgress = (done: number, total: number) => {
    const nowMs = performance.now();
    if (done < total && nowMs - toldAtMs < TELL_EVERY_MS) return;
    toldAtMs = nowMs;
    void port.send({ kind: 'progress', done, total });
  };
  try {
    return { kind: 'finished', found: await compareAgain(job, { signal: stopping.signal, onProgress }) };
  } catch (error) {
    if (stopping.signal.aborted) return { kind: 'stopped' };
    console.error(error);
    const known = error instanceof FailureError ? failureOf(error) : null;
    return { kind: 'failed', failure: known, details: inspect(error) };
  }
}
