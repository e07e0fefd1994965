/** To a worker. */
export interface TaskMessage<Task> {
  readonly task: Task;
}

/** From a worker: once that it is ready, then one message for each task. */
export type WorkerMessage<Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: unknown };
