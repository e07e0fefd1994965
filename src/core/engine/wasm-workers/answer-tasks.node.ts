import { parentPort, type Transferable } from 'node:worker_threads';
import { startWasm } from '../wasm.node.ts';
import type { TaskMessage, WorkerMessage } from './messages.ts';

/** What a task came to. */
export interface TaskResult<Answer> {
  readonly answer: Answer;
  /** Memory in the answer that is handed over and not copied. */
  readonly transfer: readonly Transferable[];
}

/**
 * The life of a worker: starts a wasm engine of its own, says that it is ready and answers tasks until it is ended.
 *
 * @throws Error if this is not a worker thread, or the engine does not start.
 */
export async function answerTasks<Task, Answer>(handle: (task: Task) => Promise<TaskResult<Answer>>): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('a worker thread was expected; this is the main thread of a process');
  const send = (message: WorkerMessage<Answer>, transfer: readonly Transferable[] = []) =>
    port.postMessage(message, transfer);
  await startWasm();
  port.on('message', ({ task }: TaskMessage<Task>) => {
    handle(task).then(
      ({ answer, transfer }) => send({ kind: 'answer', answer }, transfer),
      (error: unknown) => send({ kind: 'failed', error }),
    );
  });
  send({ kind: 'ready' });
}
