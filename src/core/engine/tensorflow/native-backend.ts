import * as tf from '@tensorflow/tfjs-core';
import type { OpAttribute, TensorflowBinding } from './graph/tensorflow-binding.ts';

/**
 * Operations of TensorFlow that TensorFlow.js does not know, called by their own names. They replace chains of ten
 * operations by one: what training gains by them is in bench/.
 */
export interface NativeBackend {
  readonly binding: TensorflowBinding;
  executeSingleOutput(name: string, attributes: OpAttribute[], inputs: tf.TensorInfo[]): tf.Tensor;
  executeMultipleOutputs(name: string, attributes: OpAttribute[], inputs: tf.TensorInfo[], count: number): tf.Tensor[];
}

/** The backend in use when it is TensorFlow itself, else null. */
export function nativeBackend(): NativeBackend | null {
  return tf.getBackend() === 'tensorflow' ? (tf.backend() as unknown as NativeBackend) : null;
}

/** Batch normalisation by the batch's own moments. @param x Shape [images, height, width, channels]. */
export function fusedBatchNorm(
  backend: NativeBackend,
  x: tf.Tensor4D,
  [scale, shift]: readonly [tf.Tensor1D, tf.Tensor1D],
  epsilon: number,
): { y: tf.Tensor4D; mean: tf.Tensor1D; unbiasedVariance: tf.Tensor1D; reserve: tf.Tensor[] } {
  const nothing = tf.tensor1d([]);
  const inputs = [x, scale, shift, nothing, nothing];
  const outputs = backend.executeMultipleOutputs('FusedBatchNormV3', attributesOf(backend, epsilon), inputs, 6);
  const [y, mean, unbiasedVariance, ...reserve] = outputs as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D, ...tf.Tensor[]];
  return { y, mean, unbiasedVariance, reserve };
}

/** @returns Gradients of x, scale and shift. @param reserve As `fusedBatchNorm` gave it. */
export function fusedBatchNormGradient(
  backend: NativeBackend,
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  scale: tf.Tensor1D,
  reserve: readonly tf.Tensor[],
  epsilon: number,
): [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D] {
  const inputs = [dy, x, scale, ...reserve];
  const outputs = backend.executeMultipleOutputs('FusedBatchNormGradV3', attributesOf(backend, epsilon), inputs, 5);
  return outputs.slice(0, 3) as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D];
}

/** dy where y, the output of a relu, is above 0; else 0. */
export function nativeReluGradient<T extends tf.Tensor>(backend: NativeBackend, dy: T, y: T): T {
  const type = { name: 'T', type: backend.binding.TF_ATTR_TYPE, value: backend.binding.TF_FLOAT };
  return backend.executeSingleOutput('ReluGrad', [type], [dy, y]) as T;
}

function attributesOf({ binding }: NativeBackend, epsilon: number): OpAttribute[] {
  return [
    { name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
    { name: 'U', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
    { name: 'epsilon', type: binding.TF_ATTR_FLOAT, value: epsilon },
    { name: 'data_format', type: binding.TF_ATTR_STRING, value: 'NHWC' },
    { name: 'is_training', type: binding.TF_ATTR_BOOL, value: true },
  ];
}
