import * as tf from '@tensorflow/tfjs-core';
import type { NetTensors } from './trained-net.ts';

/** The classifier on top of the encoder: one linear layer. */

/** A head that says nothing yet: all classes equally likely. @returns `head.weight` and `head.bias`. */
export function initialiseHead(features: number, classes: number): NetTensors {
  return {
    'head.weight': { shape: [features, classes], data: new Float32Array(features * classes) },
    'head.bias': { shape: [classes], data: new Float32Array(classes) },
  };
}

/**
 * @param features Shape [rows, features].
 * @returns Logits, shape [rows, classes]. Caller disposes.
 */
export function applyHead(weights: Readonly<Record<string, tf.Tensor>>, features: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const product = tf.matMul(features, weights['head.weight'] as tf.Tensor2D);
    return tf.add(product, weights['head.bias'] as tf.Tensor1D) as tf.Tensor2D;
  });
}
