import * as tf from '@tensorflow/tfjs-core';
import { batchNorm } from './batch-norm.ts';
import { convolve } from './convolve.ts';

/**
 * Compares an engine's gradients with those of the cpu backend, over every kind of operation that training uses. A
 * wrong gradient does not crash: it trains a worse model, so an engine that has not shown its gradients is not used.
 */

/** Above the 2e-5 that rounding makes on the engines measured, far below what a wrong kernel gives (0.6 and more). */
export const LARGEST_GRADIENT_ERROR = 1e-3;

/**
 * Runs the check on the backend in use, which stays in use.
 *
 * @returns Largest error of any gradient, relative to the largest value of that gradient on the cpu backend.
 * @throws Error if the cpu backend is not registered.
 */
export async function gradientError(): Promise<number> {
  const backend = tf.getBackend();
  const found = await gradientsOn(backend);
  let wanted: Float32Array[];
  try {
    wanted = await gradientsOn('cpu');
  } finally {
    await tf.setBackend(backend);
  }
  return Math.max(...found.map((gradient, i) => relativeError(gradient, wanted[i]!)));
}

async function gradientsOn(backend: string): Promise<Float32Array[]> {
  if (!(await tf.setBackend(backend))) throw new Error(`the ${backend} backend of TensorFlow.js did not start`);
  const gradients = tf.tidy(() => tf.grads(probeLoss)(Object.values(PROBE).map(probeTensor)));
  try {
    return await Promise.all(gradients.map(async (each) => (await each.data()) as Float32Array));
  } finally {
    tf.dispose(gradients);
  }
}

/** Shapes of the probe net's inputs, in the order in which `probeLoss` takes them. */
const PROBE: Readonly<Record<string, readonly number[]>> = {
  images: [3, 9, 9, 2],
  conv: [3, 3, 2, 4],
  strided: [3, 3, 4, 4],
  shortcut: [1, 1, 4, 4],
  scale: [4],
  shift: [4],
  dense: [4, 3],
};

/** Every operation of encoder, projector and losses once: 3x3, strided and 1x1 convolutions, batch norm, products. */
function probeLoss(...inputs: tf.Tensor[]): tf.Scalar {
  const [images, conv, strided, shortcut, scale, shift, dense] = inputs as [
    tf.Tensor4D,
    tf.Tensor4D,
    tf.Tensor4D,
    tf.Tensor4D,
    tf.Tensor1D,
    tf.Tensor1D,
    tf.Tensor2D,
  ];
  const first = batchNorm(convolve(images, conv, 1), scale, shift, { relu: true });
  const joined = tf.add(convolve(first, strided, 2), convolve(first, shortcut, 2));
  const logits = tf.matMul(tf.mean(tf.relu(joined), [1, 2]) as tf.Tensor2D, dense);
  const shares = tf.div(tf.exp(logits), tf.sum(tf.exp(logits), 1, true));
  return tf.mean(tf.log(tf.slice(shares, [0, 0], [-1, 1])));
}

/** Numbers without a pattern that an error could hide in; the same on every machine. */
function probeTensor(shape: readonly number[], which: number): tf.Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = Float32Array.from({ length: size }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * (which + 1)));
  return tf.tensor(values, [...shape]);
}

/** Largest difference of two gradients, relative to the largest number of the wanted one; infinite where one is no number. */
export function relativeError(found: Float32Array, wanted: Float32Array): number {
  // Zeros that are met exactly have no error.
  let largest = Number.MIN_VALUE;
  let difference = 0;
  for (const [i, value] of wanted.entries()) {
    largest = Math.max(largest, Math.abs(value));
    const each = Math.abs(value - (found[i] ?? Number.NaN));
    difference = Number.isNaN(each) ? Number.POSITIVE_INFINITY : Math.max(difference, each);
  }
  return difference / largest;
}
