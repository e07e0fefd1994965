import * as tf from '@tensorflow/tfjs-core';
import { contrastLogProbability } from './contrast.ts';

/**
 * NT-Xent, the loss of SimCLR.
 *
 * Draws together the two views of an image and pushes the views of all other images apart, whatever they show: it needs
 * no label. Under adults-as-augmentations the second view of a child is an adult of the same emotion, which is how the
 * label comes in.
 *
 * Source: Chen et al. 2020, arXiv:2002.05709, equation 1, and its mean over both directions of all pairs
 * (algorithm 1).
 */
export interface NtXentOptions {
  /** Above 0; smaller looks harder at the nearest rows. */
  readonly temperature: number;
}

/**
 * The mean over the rows i, with partner j, of -log( exp(s(i, j) / T) / sum over k != i of exp(s(i, k) / T) ).
 *
 * @param embeddings Shape [rows, dims], any scale: rows are normalised here.
 * @param images The image that each row is a view of; plain numbers, so that a broken batch is found before it is used.
 * @returns Scalar in nats, >= 0; ln(rows - 1) when all rows are one point. Caller disposes.
 * @throws RangeError if an image has more or less than two rows, the row counts differ or the temperature is not above 0.
 */
export function ntXentLoss(embeddings: tf.Tensor2D, images: Int32Array, { temperature }: NtXentOptions): tf.Scalar {
  const [rows] = embeddings.shape;
  if (images.length !== rows) {
    throw new RangeError(`the image of each row was expected; found ${images.length} images for ${rows} rows`);
  }
  const partners = partnersOf(images);
  return tf.tidy(() => {
    const isPartner = tf.oneHot(tf.tensor1d(partners, 'int32'), rows); // [rows, rows]
    const logProbability = contrastLogProbability(embeddings, temperature); // [rows, rows]
    return tf.div(tf.sum(tf.mul(isPartner, tf.neg(logProbability))), rows) as tf.Scalar;
  });
}

/** The other row of the same image, for each row. */
function partnersOf(images: Int32Array): Int32Array {
  const rowsOf = new Map<number, number[]>();
  for (const [row, image] of images.entries()) rowsOf.set(image, [...(rowsOf.get(image) ?? []), row]);
  const partners = new Int32Array(images.length);
  for (const [image, views] of rowsOf) {
    const [first, second] = views;
    if (first === undefined || second === undefined || views.length > 2) {
      throw new RangeError(`two views of each image were expected; found ${views.length} of image ${image}`);
    }
    partners[first] = second;
    partners[second] = first;
  }
  return partners;
}
