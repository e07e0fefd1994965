import { parentPort, workerData } from 'node:worker_threads';
import { checkPages } from '../core/store/opening/check-pages.node.ts';
import { inspectPages, type PageCheck } from '../core/store/opening/inspect-pages.node.ts';
import { openReader, type ReadableDb } from '../core/store/store.node.ts';
import {
  QUERY_TASKS,
  type QueryAnswer,
  type QueryFailure,
  type QueryRequest,
  type QueryTaskName,
  UP,
} from './query-tasks.ts';

/**
 * The program of the query thread: one task after the other, each over what is committed when it begins; between them the steps of
 * a check of the whole store. Where the store is not open yet, it looks at it and ends.
 */
const { storeFile, key, atDoor } = workerData as { storeFile: string; key: Uint8Array; atDoor: PageCheck | null };

/** Whose answers hold bytes that nothing else holds. */
const FILE_TASKS: readonly QueryTaskName[] = ['report', 'zip-export', 'more-of-file'];

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
    if (request.name === 'check') {
      const smallPages = request.isClose ? Number.POSITIVE_INFINITY : undefined;
      return checkPages(db, { file: storeFile, key, inTurn, smallPages });
    }
    const task = QUERY_TASKS[request.name] as (db: ReadableDb, input: unknown) => unknown;
    return inTurn(() => task(db, request.input));
  };
  parentPort?.on('message', async (request: QueryRequest) => {
    const answered = await answer(request.order, () => perform(request));
    parentPort?.postMessage(answered, handedOver(request, answered));
  });
  parentPort?.postMessage({ order: UP, output: null } satisfies QueryAnswer);
}

async function answer(order: number, work: () => unknown): Promise<QueryAnswer> {
  try {
    return { order, output: await work() };
  } catch (error) {
    return { order, error: failureOf(error) };
  }
}

/** The bytes of a file's piece change hands; a copy of each would stand in memory beside it. */
function handedOver({ name }: QueryRequest, answered: QueryAnswer): ArrayBuffer[] {
  if (name === 'check' || !FILE_TASKS.includes(name) || 'error' in answered) return [];
  const { bytes } = (answered.output ?? {}) as { readonly bytes?: Uint8Array<ArrayBuffer> };
  return bytes ? [bytes.buffer] : [];
}

function failureOf(error: unknown): QueryFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? { name, message, code } : { name, message };
}
