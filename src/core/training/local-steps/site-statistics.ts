import * as tf from '@tensorflow/tfjs-core';
import type { FaceSet } from '../../dataset/faces/face-set.ts';
import { batchNormStatistics } from '../net/batch-norm-statistics.ts';
import { centreImages } from '../net/forward.ts';
import type { NetTensors, ReadableNet } from '../net/trained-net.ts';
import { toEngine } from '../step/gradient-step.ts';

/** As in training, so that the moments are those of batches of that size. */
const BATCH_IMAGES = 64;

/**
 * The means and variances of every batch norm over some faces, with the net's weights as they are.
 *
 * Statistics of several sites pool exactly by the law of total variance, each weighed by its number of faces, since every
 * face counts with as many places of a map: the pooled mean is the mean of the means, the pooled variance the mean of
 * variance + mean^2, less the pooled mean^2. What is pooled so is what one site would have measured over the same batches.
 *
 * @param rows Rows of `faces`, at least one; they go through in batches of like size, in this order.
 * @returns `<name>.norm.mean` and `<name>.norm.variance`, as `batchNormStatistics`.
 */
export async function siteStatistics(
  { encoder, tensors }: ReadableNet,
  faces: FaceSet,
  rows: readonly number[],
): Promise<NetTensors> {
  const weights = toEngine(tensors);
  try {
    return await batchNormStatistics(encoder, weights, evenBatches(faces, rows, encoder.inputPx));
  } finally {
    tf.dispose(weights as Record<string, tf.Tensor>);
  }
}

/** A last batch of one face would have no variance of features to tell. */
function* evenBatches(faces: FaceSet, rows: readonly number[], inputPx: number): Generator<tf.Tensor4D> {
  const batches = Math.ceil(rows.length / BATCH_IMAGES);
  for (let batch = 0; batch < batches; batch += 1) {
    const from = Math.round((batch * rows.length) / batches);
    yield centreImages(faces, rows.slice(from, Math.round(((batch + 1) * rows.length) / batches)), inputPx);
  }
}
