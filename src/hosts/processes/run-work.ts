import { laidOutKey } from '../../core/dataset/laid-out/laid-out.node.ts';
import type { Failure } from '../../core/words/failure.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import type { LabJobEnd } from '../../service/runtime/lab-jobs/launch-lab-job.ts';
import { createMessageStream } from './message-stream.ts';
import type { ProgramProcess } from './program-process.ts';
import type { FromWork, ToWork } from './work-messages.ts';

/** A process that said it was done and still lives after this is killed. */
const EXIT_WITHIN_MS = 5_000;

/** Work under way in a process of its own. */
export interface WorkUnderWay<Told, Output, More> {
  /** What it tells as it comes; ends when the work does. May be read once. */
  readonly told: AsyncIterable<Told>;
  /** Never rejects: a process that dies is work that failed. */
  readonly done: Promise<LabJobEnd<Output>>;
  /** Asks it to end after the step under way. */
  stop(): void;
  tell(more: More): void;
}

/**
 * The host's side of {@link doWork}: has one piece of work done in a process that was just started.
 *
 * @param lost Why it failed when the process ended without a word, by how it ended.
 */
export function runWork<Start, Told, Output, More = never>(
  program: ProgramProcess<ToWork<Start, More>, FromWork<Told, Output>>,
  start: Start,
  lost: (code: string) => Failure,
): WorkUnderWay<Told, Output, More> {
  const told = createMessageStream<Told>();
  const { promise: done, resolve } = Promise.withResolvers<LabJobEnd<Output>>();
  let alive = true;

  const finish = (end: LabJobEnd<Output>) => {
    told.end();
    resolve(end);
  };
  const send = (message: ToWork<Start, More>) => alive && program.send(message);
  program.onMessage((message) => {
    if (message.kind === 'told') {
      told.push(message.told);
      return;
    }
    finish(message.end);
    setTimeout(() => alive && program.kill(), EXIT_WITHIN_MS).unref();
  });
  program.onExit((code) => {
    alive = false;
    const failure = lost(code);
    finish({ kind: 'failed', failure, details: englishOf(failure) });
  });
  send({ kind: 'start', start, laidOutKey: Buffer.from(laidOutKey()).toString('base64') });
  return { told, done, stop: () => send({ kind: 'stop' }), tell: (more) => send({ kind: 'more', more }) };
}
