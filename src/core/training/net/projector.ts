import * as tf from '@tensorflow/tfjs-core';
import { batchNorm } from '../../engine/batch-norm.ts';
import type { Peers } from '../../engine/wasm-workers/peers.ts';
import type { Random } from '../views/random.ts';
import type { NetTensors, TensorData } from './trained-net.ts';
import type { Weights } from './training-encoder.ts';

/**
 * The projector between encoder and SupCon loss; thrown away after pretraining.
 *
 * Source: Chen et al. 2020, arXiv:2002.05709, section 4.2 (a hidden layer, thrown away later). Differs: batch norm
 * follows both layers, the second without scale and shift. Without it the features of different faces, which are means
 * of what a ReLU let through and so nearly parallel, stay in one point and the loss stays at ln(rows - 1).
 */

/** @returns `projector.hidden.{weight,norm.scale,norm.shift}` and `projector.out.weight`. */
export function initialiseProjector(features: number, dims: number, random: Random): NetTensors {
  return {
    'projector.hidden.weight': dense(features, features, random),
    'projector.hidden.norm.scale': { shape: [features], data: new Float32Array(features).fill(1) },
    'projector.hidden.norm.shift': { shape: [features], data: new Float32Array(features) },
    'projector.out.weight': dense(features, dims, random),
  };
}

/**
 * Embeddings for the loss.
 *
 * @param features Shape [rows, features].
 * @param peers Threads that have the other rows of the batch.
 * @returns Shape [rows, dims], mean 0 and variance 1 in each dimension. Caller disposes.
 */
export function project(weights: Weights, features: tf.Tensor2D, peers?: Peers): tf.Tensor2D {
  return tf.tidy(() => {
    const hidden = batchNorm(
      tf.matMul(features, weights['projector.hidden.weight'] as tf.Tensor2D),
      weights['projector.hidden.norm.scale'] as tf.Tensor1D,
      weights['projector.hidden.norm.shift'] as tf.Tensor1D,
      { relu: true, peers },
    );
    const out = tf.matMul(hidden, weights['projector.out.weight'] as tf.Tensor2D);
    const dims = out.shape[1]!;
    return batchNorm(out as tf.Tensor2D, tf.ones([dims]), tf.zeros([dims]), { relu: false, peers });
  });
}

/** Normal, variance 2 / fan-in. */
function dense(inputs: number, outputs: number, random: Random): TensorData {
  const deviation = Math.sqrt(2 / inputs);
  return {
    shape: [inputs, outputs],
    data: Float32Array.from({ length: inputs * outputs }, () => random.normal() * deviation),
  };
}
