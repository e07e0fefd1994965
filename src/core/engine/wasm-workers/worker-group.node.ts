import { Worker } from 'node:worker_threads';
import type { TaskMessage, WorkerMessage } from './messages.ts';

/** Threads that answer tasks, each with an engine of its own. */
export interface WorkerGroup<Task, Answer> {
  readonly size: number;
  /**
   * Gives every worker its task; there may be fewer tasks than workers.
   *
   * @param options `onFailure` is called when a task fails, once; the others go on until they end.
   * @returns The answers in the order of the tasks, however the workers finish.
   * @throws WorkerLostError if a worker has ended, now or earlier.
   * @throws What the handler of a task threw: the first that did.
   */
  ask(tasks: readonly Task[], options?: { readonly onFailure?: () => void }): Promise<Answer[]>;
  /** Ends the threads, whatever they are doing. */
  close(): Promise<void>;
}

/** A worker that was ended by something else than `close`; those that are left cannot do its part. */
export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError';
}

/**
 * Starts workers and waits until each is ready.
 *
 * @param entry File of the program that each runs; it calls `answerTasks`.
 * @returns Caller closes.
 * @throws WorkerLostError if one ends before it is ready.
 */
export async function startWorkerGroup<Task, Answer>(entry: string, size: number): Promise<WorkerGroup<Task, Answer>> {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`one worker or more was expected; found ${size}`);
  const workers = Array.from({ length: size }, (_, i) => startWorker<Task, Answer>(entry, `${i + 1} of ${size}`));
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
  try {
    await Promise.all(workers.map((worker) => worker.ready));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    size,
    async ask(tasks, { onFailure } = {}) {
      if (tasks.length > size) throw new RangeError(`${size} tasks at most were expected; found ${tasks.length}`);
      const answers = tasks.map((task, i) => workers[i]!.ask(task));
      const all = Promise.all(answers);
      all.catch(() => onFailure?.());
      // Not before all are done: a worker has one task at a time.
      await Promise.allSettled(answers);
      return all;
    },
    close,
  };
}

interface StartedWorker<Task, Answer> {
  readonly ready: Promise<void>;
  ask(task: Task): Promise<Answer>;
  close(): Promise<void>;
}

function startWorker<Task, Answer>(entry: string, which: string): StartedWorker<Task, Answer> {
  // The flags of whoever starts it (a debugger's port, an --eval) are not for it.
  const thread = new Worker(entry, { execArgv: [] });
  let lost: WorkerLostError | null = null;
  // One thing is awaited of a worker at a time: that it is ready, or its answer.
  let pending = Promise.withResolvers<Answer | undefined>();
  const isReady = pending.promise;
  const lose = (why: string) => {
    lost ??= new WorkerLostError(`worker ${which} ended ${why}`);
    pending.reject(lost);
  };
  thread.on('message', (message: WorkerMessage<Answer>) => {
    if (message.kind === 'failed') pending.reject(message.error);
    else pending.resolve(message.kind === 'answer' ? message.answer : undefined);
  });
  thread.on('messageerror', (error) => pending.reject(error));
  thread.on('error', (error) => lose(`with an error (${error instanceof Error ? error.message : error})`));
  thread.on('exit', (code) => lose(`with code ${code}`));
  // A loss is told to whoever asks next; nobody may be waiting when it happens.
  const mayBeLost = (promise: Promise<unknown>) => void promise.catch(() => {});
  mayBeLost(isReady);
  return {
    ready: isReady.then(() => {}),
    ask(task) {
      if (lost) return Promise.reject(lost);
      pending = Promise.withResolvers();
      mayBeLost(pending.promise);
      thread.postMessage({ task } satisfies TaskMessage<Task>);
      return pending.promise as Promise<Answer>;
    },
    close: async () => void (await thread.terminate()),
  };
}
