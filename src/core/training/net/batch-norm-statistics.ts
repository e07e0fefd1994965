import * as tf from '@tensorflow/tfjs-core';
import type { EncoderSpec } from './encoder-spec.ts';
import type { NetTensors, TensorData } from './trained-net.ts';
import { type EncoderMomentsListener, encodeForTraining, type Weights } from './training-encoder.ts';

/**
 * The means and variances that batch norms use when a face is read, measured for the final weights. They take the place
 * of running averages kept during training, which lag behind the weights, fit neither averaged weights nor a short run,
 * and would be one more state to save.
 *
 * Source: Wu and Johnson 2021, arXiv:2105.07576, section 3 ("precise BatchNorm").
 *
 * @param batches Batches of images, shape [images, inputPx, inputPx, 1]; each is disposed here.
 * @returns `<name>.norm.mean` and `<name>.norm.variance`, shape [channels] each, for every convolution and the features.
 */
export async function batchNormStatistics(
  spec: EncoderSpec,
  weights: Weights,
  batches: Iterable<tf.Tensor4D>,
): Promise<NetTensors> {
  const sums = new Map<string, { images: number; mean: Float64Array; square: Float64Array }>();
  for (const images of batches) {
    const count = images.shape[0];
    const moments: { name: string; mean: tf.Tensor1D; variance: tf.Tensor1D }[] = [];
    try {
      const onMoments: EncoderMomentsListener = (name, mean, variance) => {
        moments.push({ name, mean: tf.keep(tf.clone(mean)), variance: tf.keep(tf.clone(variance)) });
      };
      const features = encodeForTraining(spec, weights, images, { onMoments });
      features.dispose();
      for (const { name, mean, variance } of moments) {
        const [means, variances] = await Promise.all([mean.data(), variance.data()]);
        const channels = means.length;
        const sum = sums.get(name) ?? {
          images: 0,
          mean: new Float64Array(channels),
          square: new Float64Array(channels),
        };
        sums.set(name, sum);
        sum.images += count;
        for (let c = 0; c < channels; c++) {
          sum.mean[c]! += means[c]! * count;
          // E[x^2], so that what differs between batches counts as variance too
          sum.square[c]! += (variances[c]! + means[c]! ** 2) * count;
        }
      }
    } finally {
      images.dispose();
      for (const { mean, variance } of moments) tf.dispose([mean, variance]);
    }
  }
  const tensors: Record<string, TensorData> = {};
  for (const [name, { images, mean, square }] of sums) {
    const means = Float32Array.from(mean, (sum) => sum / images);
    const variances = Float32Array.from(square, (sum, c) => Math.max(0, sum / images - (mean[c]! / images) ** 2));
    tensors[`${name}.norm.mean`] = { shape: [means.length], data: means };
    tensors[`${name}.norm.variance`] = { shape: [means.length], data: variances };
  }
  return tensors;
}
