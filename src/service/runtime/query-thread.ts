import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import type { QueryAnswer, QueryRequest, QueryTaskName, QueryTasks } from '../query-tasks.ts';

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
  /** Ends the thread, with its connection to the store; tasks under way fail. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/** @param key Copied into the thread, which must be closed before the store is. */
export function createQueryThread(storeFile: string, key: Uint8Array): QueryThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let orders = 0;
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker = null;
  };
  const start = () => {
    const started = new Worker(entryBeside(import.meta.url, '../query-program.node.ts'), {
      workerData: { storeFile, key: Uint8Array.from(key) },
    });
    started.on('message', (answer: QueryAnswer) => {
      const task = waiting.get(answer.order);
      waiting.delete(answer.order);
      if (waiting.size === 0) started.unref();
      if (!task) return;
      if ('error' in answer) task.reject(Object.assign(new Error(answer.error.message), answer.error));
      else task.resolve(answer.output as never);
    });
    started.on('error', failAll);
    void once(started, 'exit').then(
      () => worker === started && failAll(new Error('the query thread ended before it answered')),
      // An error that ended it was told to the tasks above.
      () => undefined,
    );
    return started;
  };
  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        orders += 1;
        const order = orders;
        waiting.set(order, { resolve, reject });
        // Only while something is awaited does the thread keep a program alive that has nothing else to do.
        worker.ref();
        worker.postMessage({ order, name, input } satisfies QueryRequest);
      }),
    async close() {
      const ended = worker;
      failAll(new Error('the store was closed while it was read'));
      await ended?.terminate();
    },
  };
}

/** Runs a task in the query thread of an open site. */
export function runQueryTask<Name extends QueryTaskName>(
  site: { readonly queries: QueryThread },
  name: Name,
  input: QueryTasks[Name]['input'],
): Promise<QueryTasks[Name]['output']> {
  return site.queries.run(name, input);
}
