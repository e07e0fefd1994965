import * as tf from '@tensorflow/tfjs-core';
import { startWasm } from './wasm.node.ts';

/**
 * Runs something on wasm, whatever engine is in use, which is in use again afterwards. Faces are found this way, because
 * a live session finds them on wasm too: another engine rounds differently, and a crop would differ by a grey level.
 *
 * Nothing else may compute meanwhile.
 */
export async function onWasm<T>(work: () => Promise<T>): Promise<T> {
  const before = tf.getBackend();
  await startWasm();
  try {
    return await work();
  } finally {
    await tf.setBackend(before);
  }
}
