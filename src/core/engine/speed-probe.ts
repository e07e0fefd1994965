import * as tf from '@tensorflow/tfjs-core';
import { batchNorm } from './batch-norm.ts';

const IMAGES = 16;
const STEPS = 3;

/**
 * Times three training steps of one block of the encoder's widest kind, after one that is not counted. The figure
 * compares engines on one machine; a whole net's speed is another number.
 *
 * @param now Milliseconds.
 * @returns Images a second, from the median step.
 */
export async function imagesPerSecond(now: () => number): Promise<number> {
  const images = tf.randomUniform([IMAGES, 24, 24, 32], -1, 1, 'float32', 1) as tf.Tensor4D;
  const weights = [0, 1].map((seed) => tf.randomNormal([3, 3, 32, 32], 0, 0.1, 'float32', seed));
  try {
    const times: number[] = [];
    for (let step = 0; step <= STEPS; step++) {
      const fromMs = now();
      const gradients = tf.tidy(() => tf.grads((...filters) => blockLoss(images, filters as tf.Tensor4D[]))(weights));
      await gradients.at(-1)!.data();
      tf.dispose(gradients);
      if (step > 0) times.push(now() - fromMs);
    }
    const median = times.sort((a, b) => a - b)[Math.floor(STEPS / 2)]!;
    return (IMAGES * 1000) / median;
  } finally {
    tf.dispose([images, ...weights]);
  }
}

function blockLoss(images: tf.Tensor4D, filters: readonly tf.Tensor4D[]): tf.Scalar {
  const result = filters.reduce(
    (x, filter) => batchNorm(tf.conv2d(x, filter, 1, 'same'), tf.ones([32]), tf.zeros([32]), { relu: true }),
    images,
  );
  return tf.mean(tf.square(result));
}
