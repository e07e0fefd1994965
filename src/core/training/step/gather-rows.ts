import * as tf from '@tensorflow/tfjs-core';
import type { Peers } from '../../engine/wasm-workers/peers.ts';

/**
 * The rows of all threads that compute a batch, so that each can take the loss of the whole. Each thread's gradient is that
 * of the one loss by its own rows, and the sum over the threads is what one thread would have found.
 *
 * Source: what is gathered is that of Chen et al. 2020, arXiv:2002.05709, section 2.2 (embeddings of all devices); the
 * gradient goes back to the rows' own thread only.
 *
 * @param own Shape [rows of this thread, columns].
 * @returns Shape [rows of the batch, columns]. Caller disposes.
 */
export function gatherRows(own: tf.Tensor2D, peers: Peers): tf.Tensor2D {
  const columns = own.shape[1];
  const { rows, rank } = peers;
  const before = rows.slice(0, rank).reduce((sum, each) => sum + each, 0);
  const op = tf.customGrad((...args) => {
    const [x] = args as [tf.Tensor2D];
    return {
      value: tf.tensor2d(peers.gather(x.dataSync() as Float32Array), [rows.reduce((a, b) => a + b), columns]),
      gradFunc: (dy: tf.Tensor2D) => tf.slice(dy, [before, 0], [rows[rank]!, columns]),
    };
  });
  return op(own) as tf.Tensor2D;
}
