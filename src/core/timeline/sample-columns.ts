import { EMOTIONS } from '../emotion/emotion.ts';

/** A session's samples in the order of time, as columns. */
export interface SampleColumns {
  readonly count: number;
  readonly atMs: Float64Array;
  /** Row-major [count, 7], in the order of EMOTIONS. */
  readonly probabilities: Float32Array;
  /** Index into EMOTIONS, or -1 for "not sure". */
  readonly emotion: Int8Array;
}

/** Numbers per row of `probabilities`. */
export const PROBABILITIES = EMOTIONS.length;
