/** What is laid out: see lay-out.ts. */
export interface ToMapWorker {
  readonly points: Float32Array;
  readonly columns: number;
  readonly seed: number;
}

export type FromMapWorker =
  | { readonly kind: 'progress'; readonly epoch: number; readonly epochs: number }
  | { readonly kind: 'done'; readonly places: Float32Array };
