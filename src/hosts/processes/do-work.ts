import { constants, setPriority } from 'node:os';
import { inspect } from 'node:util';
import { takeLaidOutKey } from '../../core/dataset/laid-out/laid-out.node.ts';
import { trainingFailure } from '../../jobs/train/training-failure.node.ts';
import type { LabJobEnd } from '../../service/runtime/lab-jobs/launch-lab-job.ts';
import { parentPort } from './parent-port.ts';
import type { FromWork, ToWork } from './work-messages.ts';

export interface Work<Start, Told, Output, More> {
  /** Ends after the step under way when the signal is aborted, and puts in order what it is in the midst of. */
  readonly run: (start: Start, signal: AbortSignal) => AsyncGenerator<Told, Output>;
  /** Hears what the host tells beside start and stop. */
  readonly onMore?: (more: More) => void;
}

/**
 * All that a process of ours does for its host: takes one piece of work, tells what it finds, and ends. It runs at low
 * priority, so that a live session in the window is never short of a processor. When the host dies it ends as if it had been
 * told to.
 */
export function doWork<Start, Told, Output, More = never>(work: Work<Start, Told, Output, More>): void {
  const port = parentPort<ToWork<Start, More>, FromWork<Told, Output>>();
  const stopping = new AbortController();
  setPriority(constants.priority.PRIORITY_LOW);
  port.onLost(() => stopping.abort());
  port.onMessage(async (message) => {
    if (message.kind === 'stop') stopping.abort();
    else if (message.kind === 'more') work.onMore?.(message.more);
    else {
      takeLaidOutKey(Buffer.from(message.laidOutKey, 'base64'));
      const tell = (told: Told) => port.send({ kind: 'told', told });
      await port.send({ kind: 'end', end: await endOf(work, message.start, { signal: stopping.signal, tell }) });
      port.close();
    }
  });
}

interface Line<Told> {
  readonly signal: AbortSignal;
  readonly tell: (told: Told) => Promise<void>;
}

async function endOf<Start, Told, Output, More>(
  { run }: Work<Start, Told, Output, More>,
  start: Start,
  { signal, tell }: Line<Told>,
): Promise<LabJobEnd<Output>> {
  try {
    const running = run(start, signal);
    let next = await running.next();
    for (; !next.done; next = await running.next()) await tell(next.value);
    return { kind: 'finished', output: next.value };
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' };
    const failure = trainingFailure(error);
    if (!failure) console.error(error);
    return { kind: 'failed', failure, details: inspect(error) };
  }
}
