import * as tf from '@tensorflow/tfjs-core';
import { reluGradient } from './relu-gradient.ts';
import {
  fusedBatchNorm,
  fusedBatchNormGradient,
  type NativeBackend,
  nativeBackend,
} from './tensorflow/native-backend.ts';
import type { Peers } from './wasm-workers/peers.ts';

/** Added to a variance before its root is taken. */
export const BATCH_NORM_EPSILON = 1e-3;

/** Where the moments of a batch go: the statistics that inference will use are gathered from them. */
export type MomentsListener = (mean: tf.Tensor1D, variance: tf.Tensor1D) => void;

/** How a custom operation hands tensors to its gradient. */
export type SaveForGradient = (tensors: tf.Tensor[]) => void;

interface BatchNormOptions {
  /** Clamp the result at 0. Part of this operation because it saves two passes over the largest tensors of the net. */
  readonly relu: boolean;
  /** Called with the batch's mean and variance (biased), shape [channels] each; valid during the call. */
  readonly onMoments?: MomentsListener;
  /** Threads that have the other rows of the batch, whose moments are then those of all its rows. */
  readonly peers?: Peers | undefined;
}

/**
 * Batch normalisation by the batch's own moments, with its gradient in closed form: about twice as fast on wasm as the
 * gradient that TensorFlow.js composes, and half its memory. Means over rows are average pools: on wasm one takes 0.2 ms
 * where a product with a row of ones takes 5 and tf.mean over an outer axis 12 (64 images of 48 x 48 x 16).
 *
 * Source: Ioffe and Szegedy 2015, arXiv:1502.03167, algorithm 1 and the gradients of section 3. Over several threads, the
 * sums of both are taken over the whole batch: Peng et al. 2018, arXiv:1711.07240, "cross-GPU batch normalization".
 *
 * @param x Shape [images, ..., channels], at least two rows, those of the peers included.
 * @param gamma Scale, shape [channels].
 * @param beta Shift, shape [channels].
 * @returns Shape of `x`. Caller disposes.
 * @throws RangeError if there are fewer than two rows to take moments of.
 */
export function batchNorm<T extends tf.Tensor>(
  x: T,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  { relu, onMoments, peers }: BatchNormOptions,
): T {
  const channels = gamma.shape[0];
  const images = x.shape[0]!;
  const rows = x.size / channels;
  if (!(rows >= 2 || (peers && peers.rows.length > 1)))
    throw new RangeError(`batch normalisation needs two rows or more; found shape [${x.shape}]`);

  const native = nativeBackend();
  if (native) return nativeBatchNorm(native, x, gamma, beta, { relu, onMoments });
  const op = tf.customGrad((...args) => {
    const [input, scale, shift, save] = args as unknown as [T, tf.Tensor1D, tf.Tensor1D, SaveForGradient];
    const flat = tf.reshape<tf.Rank.R2>(input, [rows, channels]);
    const [mean, square] = overPeers(peers, [columnMean(flat, images), columnMean(tf.square(flat), images)]);
    const variance = tf.relu(tf.sub(square, tf.square(mean))) as tf.Tensor1D;
    onMoments?.(mean, variance);
    const inverseDeviation = tf.rsqrt(tf.add(variance, BATCH_NORM_EPSILON)) as tf.Tensor1D;
    const slope = tf.mul(scale, inverseDeviation);
    const linear = tf.add(tf.mul(flat, slope), tf.sub(shift, tf.mul(mean, slope)));
    const y = relu ? tf.relu(linear) : linear;
    save(relu ? [flat, scale, mean, inverseDeviation, y] : [flat, scale, mean, inverseDeviation]);
    return {
      value: tf.reshape(y, input.shape) as T,
      gradFunc: (dy: T, saved: tf.Tensor[]) =>
        backward(tf.reshape(dy, [rows, channels]), saved, input.shape, peers) as T[],
    };
  });
  return op(x, gamma, beta) as T;
}

/** The same by TensorFlow's own kernels, which make one pass over the tensor where the composed form makes several. */
function nativeBatchNorm<T extends tf.Tensor>(
  native: NativeBackend,
  x: T,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  { relu, onMoments }: BatchNormOptions,
): T {
  const channels = gamma.shape[0];
  const rows = x.size / channels;
  const shape4d: [number, number, number, number] = [x.shape[0]!, rows / x.shape[0]!, 1, channels];
  const op = tf.customGrad((...args) => {
    const [input, scale, shift, save] = args as unknown as [T, tf.Tensor1D, tf.Tensor1D, SaveForGradient];
    const flat = tf.reshape(input, shape4d) as tf.Tensor4D;
    const { y, mean, unbiasedVariance, reserve } = fusedBatchNorm(native, flat, [scale, shift], BATCH_NORM_EPSILON);
    onMoments?.(mean, tf.mul(unbiasedVariance, (rows - 1) / rows));
    const output = relu ? tf.relu(y) : y;
    save(relu ? [flat, scale, ...reserve, output] : [flat, scale, ...reserve]);
    const gradFunc = (dy: T, saved: tf.Tensor[]) => {
      const [savedInput, savedScale, ...rest] = saved as [tf.Tensor4D, tf.Tensor1D, ...tf.Tensor[]];
      const savedReserve = rest.slice(0, reserve.length);
      const dy4d = tf.reshape(dy, shape4d) as tf.Tensor4D;
      const g = relu ? reluGradient(dy4d, rest.at(-1) as tf.Tensor4D) : dy4d;
      const [dx, dScale, dShift] = fusedBatchNormGradient(
        native,
        g,
        savedInput,
        savedScale,
        savedReserve,
        BATCH_NORM_EPSILON,
      );
      return [tf.reshape(dx, input.shape), dScale, dShift];
    };
    return { value: tf.reshape(output, input.shape) as T, gradFunc };
  });
  return op(x, gamma, beta) as T;
}

/**
 * @param dy Shape [rows, channels].
 * @param saved What the forward pass saved; the fifth is the output when it was clamped.
 * @param shape Shape of the input.
 * @returns Gradients of input, scale and shift; the latter two are this thread's part of a sum over all peers.
 */
function backward(dy: tf.Tensor2D, saved: tf.Tensor[], shape: number[], peers: Peers | undefined): tf.Tensor[] {
  const [flat, scale, mean, inverseDeviation, y] = saved as [tf.Tensor2D, ...tf.Tensor1D[]];
  const rows = flat.shape[0];
  const images = shape[0]!;
  const g = y ? reluGradient<tf.Tensor>(dy, y) : dy; // [rows, channels]
  // mean of g * (x - mean) / deviation, without writing that product out
  const normalised = (meanG: tf.Tensor1D, meanGx: tf.Tensor1D) =>
    tf.mul(tf.sub(meanGx, tf.mul(meanG, mean!)), inverseDeviation!);
  const own: Moments = [columnMean(g as tf.Tensor2D, images), columnMean(tf.mul(g, flat), images)]; // [channels] each
  const all = overPeers(peers, own);
  const slope = tf.mul(scale!, inverseDeviation!);
  const curve = tf.mul(tf.mul(slope, inverseDeviation!), normalised(...all));
  // dx = slope * (g - mean(g) - normalised * mean(g * normalised)), gathered by powers of x
  const constant = tf.sub(tf.mul(curve, mean!), tf.mul(slope, all[0]));
  const dx = tf.add(tf.sub(tf.mul(g, slope), tf.mul(flat, curve)), constant);
  return [tf.reshape(dx, shape), tf.mul(normalised(...own), rows), tf.mul(own[0], rows)];
}

/** Two means over rows, shape [channels] each. */
type Moments = [first: tf.Tensor1D, second: tf.Tensor1D];

/** Means over the rows of all threads, from those over this one's. */
function overPeers(peers: Peers | undefined, own: Moments): Moments {
  if (!peers) return own;
  const all = tf.tensor1d(peers.mean(tf.concat(own).dataSync() as Float32Array));
  return tf.split(all, 2) as Moments;
}

/**
 * Mean over the rows of a [rows, channels] matrix, first within each image and then over them, so that a float32 sum
 * never has more than some thousand terms.
 */
function columnMean(matrix: tf.Tensor2D, images: number): tf.Tensor1D {
  const [rows, channels] = matrix.shape;
  const pixels = rows / images;
  const perImage = tf.avgPool(tf.reshape<tf.Rank.R4>(matrix, [images, pixels, 1, channels]), [pixels, 1], 1, 'valid');
  const overall = tf.avgPool(tf.reshape<tf.Rank.R4>(perImage, [1, images, 1, channels]), [images, 1], 1, 'valid');
  return tf.reshape(overall, [channels]);
}
