import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import type { PageCheck, PagesFound } from '../../core/store/opening/inspect-pages.node.ts';
import { type QueryAnswer, type QueryRequest, type QueryTaskName, type QueryTasks, UP } from '../query-tasks.ts';

/**
 * A thread with its own read-only connection to the open store, for what reads much or computes long: reports, exports,
 * summaries. The main process and its windows go on meanwhile, and so does recording.
 *
 * Use: `await runQueryTask(site, 'report', input)`. A task is a function `(db: ReadableDb, input) => output | Promise`
 * with plain data in and out, entered under a name in query-tasks.ts. It sees what was committed before it began.
 * What it throws is thrown here, as an Error with its name, message and code. The thread starts with the first task.
 */
export interface QueryThread {
  run<Name extends QueryTaskName>(name: Name, input: QueryTasks[Name]['input']): Promise<QueryTasks[Name]['output']>;
  /**
   * Checks every page of the store in pieces between the tasks, which wait for none for long.
   *
   * @param isClose All at once, and the tasks wait: for a store that something is known not to fit in.
   * @returns To be judged by judgePages. Nothing that has nothing else to do is kept alive for it.
   */
  check(isClose: boolean): Promise<PagesFound>;
  /**
   * Ends the thread, with its connection to the store; tasks under way fail. One that is still starting is ended once it is up: SQLite's
   * library ends the whole program where its thread goes while it is being loaded.
   */
  close(): Promise<void>;
}

/** A request that has no number yet. */
type Order = QueryRequest extends infer Request ? (Request extends unknown ? Omit<Request, 'order'> : never) : never;

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
  /** Whether somebody waits for it, so that the program lives until it is there. */
  readonly isAwaited: boolean;
}

/** @param key Copied into the thread, which must be closed before the store is. */
export function createQueryThread(storeFile: string, key: Uint8Array): QueryThread {
  const waiting = new Map<number, Waiting>();
  let worker: { readonly thread: Worker; readonly isUp: Promise<unknown> } | null = null;
  let orders = 0;
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker = null;
  };
  const isAwaited = () => [...waiting.values()].some(({ isAwaited: each }) => each);
  const start = () => {
    const started = startThread({ storeFile, key, atDoor: null });
    const up = Promise.withResolvers<void>();
    started.on('message', (answer: QueryAnswer) => {
      if (answer.order === UP) return up.resolve();
      const task = waiting.get(answer.order);
      waiting.delete(answer.order);
      if (worker?.thread === started && !isAwaited()) started.unref();
      if (!task) return;
      if ('error' in answer) task.reject(Object.assign(new Error(answer.error.message), answer.error));
      else task.resolve(answer.output as never);
    });
    started.on('error', failAll);
    started.on('exit', () => {
      up.resolve();
      // An error that ended it was told to the tasks above.
      if (worker?.thread === started) failAll(new Error('the query thread ended before it answered'));
    });
    return { thread: started, isUp: up.promise };
  };
  const ask = <Output>(order: Order, isAwaited: boolean) =>
    new Promise<Output>((resolve, reject) => {
      worker ??= start();
      orders += 1;
      waiting.set(orders, { resolve, reject, isAwaited });
      worker.thread.postMessage({ ...order, order: orders });
      // Only while something is awaited does the thread keep a program alive that has nothing else to do.
      if (isAwaited) worker.thread.ref();
      else if (waiting.size === 1) worker.thread.unref();
    });
  return {
    run: (name, input) => ask({ name, input }, true),
    check: (isClose) => ask({ name: 'check', isClose }, false),
    async close() {
      const ended = worker;
      failAll(new Error('the store was closed while it was read'));
      if (!ended) return;
      // Nothing else may keep the program alive until then.
      ended.thread.ref();
      await ended.isUp;
      await ended.thread.terminate();
    },
  };
}

/** inspectPages in a thread that ends with it: of a store that is not open yet. */
export async function inspectInThread(storeFile: string, key: Uint8Array, atDoor: PageCheck): Promise<PagesFound> {
  const thread = startThread({ storeFile, key, atDoor });
  const ended = once(thread, 'exit').then(() => {
    throw new Error('the thread that was to check the store ended before it answered');
  });
  const [found] = await Promise.race([once(thread, 'message'), ended]);
  return found;
}

interface ThreadStart {
  readonly storeFile: string;
  readonly key: Uint8Array;
  readonly atDoor: PageCheck | null;
}

function startThread({ storeFile, key, atDoor }: ThreadStart): Worker {
  return new Worker(entryBeside(import.meta.url, '../query-program.node.ts'), {
    workerData: { storeFile, key: Uint8Array.from(key), atDoor },
  });
}

/** Runs a task in the query thread of an open site. */
export function runQueryTask<Name extends QueryTaskName>(
  site: { readonly queries: QueryThread },
  name: Name,
  input: QueryTasks[Name]['input'],
): Promise<QueryTasks[Name]['output']> {
  return site.queries.run(name, input);
}
