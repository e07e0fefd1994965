import * as tf from '@tensorflow/tfjs-core';
import { nativeBackend, nativeReluGradient } from './tensorflow/native-backend.ts';

/**
 * Gradient of a relu from its output: dy where y is above 0, else 0.
 *
 * @returns Shape of `dy`. Caller disposes.
 */
export function reluGradient<T extends tf.Tensor>(dy: T, y: T): T {
  const native = nativeBackend();
  return native ? nativeReluGradient(native, dy, y) : (tf.mul(dy, tf.step(y)) as T);
}
