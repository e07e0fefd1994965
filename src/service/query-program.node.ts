import { parentPort, workerData } from 'node:worker_threads';
import { openReader, type ReadableDb } from '../core/store/store.node.ts';
import { QUERY_TASKS, type QueryAnswer, type QueryFailure, type QueryRequest } from './query-tasks.ts';

/** The program of the query thread: one task after the other, each over what is committed when it begins. */
const { storeFile, key } = workerData as { storeFile: string; key: Uint8Array };
const db = openReader(storeFile, key);
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (order: QueryRequest) => {
  last = last.then(async () => parentPort?.postMessage(await answer(order)));
});

async function answer({ order, name, input }: QueryRequest): Promise<QueryAnswer> {
  try {
    const task = QUERY_TASKS[name] as (db: ReadableDb, input: unknown) => unknown;
    return { order, output: await task(db, input) };
  } catch (error) {
    return { order, error: failureOf(error) };
  }
}

function failureOf(error: unknown): QueryFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? { name, message, code } : { name, message };
}
