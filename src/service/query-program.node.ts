import { parentPort, workerData } from 'node:worker_threads';
import { openReader, type ReadableDb } from '../core/store/store.node.ts';
import {
  QUERY_TASKS,
  type QueryAnswer,
  type QueryFailure,
  type QueryRequest,
  type QueryTaskName,
} from './query-tasks.ts';

/** The program of the query thread: one task after the other, each over what is committed when it begins. */
const { storeFile, key } = workerData as { storeFile: string; key: Uint8Array };
const db = openReader(storeFile, key);
let last: Promise<void> = Promise.resolve();

/** Whose answers hold bytes that nothing else holds. */
const FILE_TASKS: readonly QueryTaskName[] = ['report', 'zip-export', 'more-of-file'];

parentPort?.on('message', (order: QueryRequest) => {
  last = last.then(async () => {
    const answered = await answer(order);
    parentPort?.postMessage(answered, handedOver(order, answered));
  });
});

async function answer({ order, name, input }: QueryRequest): Promise<QueryAnswer> {
  try {
    const task = QUERY_TASKS[name] as (db: ReadableDb, input: unknown) => unknown;
    return { order, output: await task(db, input) };
  } catch (error) {
    return { order, error: failureOf(error) };
  }
}

/** The bytes of a file's piece change hands; a copy of each would stand in memory beside it. */
function handedOver({ name }: QueryRequest, answered: QueryAnswer): ArrayBuffer[] {
  if (!FILE_TASKS.includes(name) || 'error' in answered) return [];
  const { bytes } = (answered.output ?? {}) as { readonly bytes?: Uint8Array<ArrayBuffer> };
  return bytes ? [bytes.buffer] : [];
}

function failureOf(error: unknown): QueryFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? { name, message, code } : { name, message };
}
