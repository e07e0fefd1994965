import * as tf from '@tensorflow/tfjs-core';
import { batchNorm, type MomentsListener, type SaveForGradient } from '../../engine/batch-norm.ts';
import { convolve } from '../../engine/convolve.ts';
import { reluGradient } from '../../engine/relu-gradient.ts';
import type { Peers } from '../../engine/wasm-workers/peers.ts';
import { type EncoderForm, FEATURE_NORM, POOL_WEIGHT, runEncoder } from './encoder.ts';
import type { EncoderSpec } from './encoder-spec.ts';

/** Named weights as tensors. */
export type Weights = Readonly<Record<string, tf.Tensor>>;

/** Receives the moments of every batch norm, by the name of what it normalises. */
export type EncoderMomentsListener = (name: string, ...moments: Parameters<MomentsListener>) => void;

/**
 * The encoder with batch norms that use the batch's own moments: the form that is trained.
 *
 * @param weights As named by `initialiseEncoder`.
 * @param images Shape [images, inputPx, inputPx, 1], 0 to 1.
 * @param options `onMoments` sees each batch norm's moments on the way; they are valid during the call. `peers` have the
 *   other images of the batch.
 * @returns Features, shape [images, featureCount]. Caller disposes.
 */
export function encodeForTraining(
  spec: EncoderSpec,
  weights: Weights,
  images: tf.Tensor4D,
  { onMoments, peers }: { readonly onMoments?: EncoderMomentsListener; readonly peers?: Peers | undefined } = {},
): tf.Tensor2D {
  const listenerOf = (name: string) =>
    onMoments && ((...moments: Parameters<MomentsListener>) => onMoments(name, ...moments));
  const form: EncoderForm = {
    convolve({ name, stride }, x, relu) {
      const linear = convolve(x, weights[`${name}.weight`] as tf.Tensor4D, stride);
      const scale = weights[`${name}.norm.scale`] as tf.Tensor1D;
      const shift = weights[`${name}.norm.shift`] as tf.Tensor1D;
      return batchNorm(linear, scale, shift, { relu, onMoments: listenerOf(name), peers });
    },
    join: addRelu,
    poolWeight: weights[POOL_WEIGHT] as tf.Tensor3D,
    normaliseFeatures(pooled) {
      const features = pooled.shape[1];
      const options = { relu: false, onMoments: listenerOf(FEATURE_NORM), peers };
      return batchNorm(pooled, tf.ones([features]), tf.zeros([features]), options);
    },
  };
  return runEncoder(spec, images, form);
}

/** relu(a + b) whose gradient is kept as one mask for both, where the library would keep two tensors and add them. */
function addRelu(a: tf.Tensor4D, b: tf.Tensor4D): tf.Tensor4D {
  const op = tf.customGrad((...args) => {
    const [left, right, save] = args as unknown as [tf.Tensor4D, tf.Tensor4D, SaveForGradient];
    const y = tf.relu(tf.add(left, right)) as tf.Tensor4D;
    save([y]);
    const gradFunc = (dy: tf.Tensor4D, saved: tf.Tensor[]) => {
      const gradient = reluGradient(dy, saved[0] as tf.Tensor4D);
      return [gradient, tf.clone(gradient)];
    };
    return { value: y, gradFunc };
  });
  return op(a, b) as tf.Tensor4D;
}
