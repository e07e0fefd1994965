import { parentPort, workerData } from 'node:worker_threads';
import { checkPages } from '../core/store/opening/check-pages.node.ts';
import { inspectPages, type PageCheck } from '../core/store/opening/inspect-pages.node.ts';
import { openReader, type ReadableDb } from '../core/store/store.node.ts';
import { QUERY_TASKS, type QueryAnswer, type QueryRequest } from './query-tasks.ts';

/**
 * The program of the query thread: one task after the other, each over what is committed when it begins; between them the steps of
 * a check of the whole store. Where the store is not open yet, it looks at it and ends.
 */
const { storeFile, key, atDoor } = workerData as { storeFile: string; key: Uint8Array; atDoor: PageCheck | null };

if (atDoor) parentPort?.postMessage(inspectPages(storeFile, key, atDoor));
else answerAll(openReader(storeFile, key));

function answerAll(db: ReadableDb): void {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Found>(step: () => Found): Promise<Found> => {
    const done = last.then(step);
    last = done.catch(() => undefined);
    return done;
  };
  const perform = (request: QueryRequest): unknown => {
    if (request.name === 'check') return checkPages(db, { file: storeFile, key, inTurn });
    const task = QUERY_TASKS[request.name] as (db: ReadableDb, input: unknown) => unknown;
    return inTurn(() => task(db, request.input));
  };
  parentPort?.on('message', async (request: QueryRequest) => {
    parentPort?.postMessage(await answer(request.order, () => perform(request)));
  });
}

async function answer(order: number, work: () => unknown): Promise<QueryAnswer> {
  try {
    return { order, output: await work() };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    return { order, error: { name, message, code } };
  }
}
