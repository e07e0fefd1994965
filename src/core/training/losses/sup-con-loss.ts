import * as tf from '@tensorflow/tfjs-core';
import { contrastLogProbability } from './contrast.ts';

/**
 * Supervised contrastive (SupCon) loss.
 *
 * Draws together the embeddings of faces that carry the same label and pushes all others apart. It shapes the encoder
 * only; the classifier is fitted later. Under adults-as-augmentations a child's positives are its own views, adults of
 * the same emotion and other children of that emotion.
 *
 * Source: Khosla et al. 2020, arXiv:2004.11362, equation 2 (the mean over positives is outside the log).
 * Differs from the authors' code: an anchor without a positive is left out of the mean (counting it as zero would make
 * a badly mixed batch look like progress), and there is no temperature / baseTemperature factor.
 */
export interface SupConOptions {
  /** Above 0; smaller looks harder at the nearest rows. */
  readonly temperature: number;
}

/**
 * Mean SupCon loss over the anchors that have at least one positive.
 *
 * @param embeddings Shape [rows, dims], any scale: rows are normalised here. One row a view.
 * @param labels Shape [rows], int32 class ids.
 * @returns Scalar in nats, >= 0. Exactly 0, with no gradient, when no two rows share a label: the batch sampler, not
 *   this function, prevents that. An all-zero row has a huge finite gradient: the trainer clips. Caller disposes.
 * @throws RangeError if the row counts differ or the temperature is not above 0.
 */
export function supConLoss(embeddings: tf.Tensor2D, labels: tf.Tensor1D, { temperature }: SupConOptions): tf.Scalar {
  const [rows] = embeddings.shape;
  if (labels.shape[0] !== rows) {
    throw new RangeError(`one label a row was expected; found ${labels.shape[0]} labels for ${rows} rows`);
  }
  return tf.tidy(() => {
    const logProbability = contrastLogProbability(embeddings, temperature); // [rows, rows]: each against all others
    const sameLabel = tf.cast(tf.equal(tf.expandDims(labels, 1), tf.expandDims(labels, 0)), 'float32');
    const positive = tf.sub(sameLabel, tf.eye(rows)); // [rows, rows]
    const positives = tf.sum(positive, 1, true); // [rows, 1]
    const anchors = tf.sum(tf.cast(tf.greater(positives, 0), 'float32'));
    // One weight a pair, so that the mean over positives and the mean over anchors are one sum.
    const weights = tf.div(tf.div(positive, tf.maximum(positives, 1)), tf.maximum(anchors, 1));
    return tf.sum(tf.mul(weights, tf.neg(logProbability))) as tf.Scalar;
  });
}
