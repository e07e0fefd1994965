import * as tf from '@tensorflow/tfjs-core';
import { logSoftmaxRows } from './cross-entropy-loss.ts';

/** What the contrastive losses share: how likely each row is to pick each other one as its own. */

/** Added to the self-similarity so that exp() of it is exactly 0 in float32. */
const EXCLUDED = -1e9;

/** Keeps the length of an all-zero row from being divided by. */
export const LEAST_SQUARED_LENGTH = 1e-12;

/**
 * log( exp(s(i, j) / T) / sum over k != i of exp(s(i, k) / T) ), where s is the cosine.
 *
 * @param embeddings Shape [rows, dims], any scale: rows are normalised here.
 * @param temperature Above 0.
 * @returns Shape [rows, rows], in nats; the diagonal is hugely negative and means nothing. Caller disposes.
 * @throws RangeError if the temperature is not above 0.
 */
export function contrastLogProbability(embeddings: tf.Tensor2D, temperature: number): tf.Tensor2D {
  if (!(temperature > 0)) throw new RangeError(`a temperature above 0 was expected; found ${temperature}`);
  return tf.tidy(() => {
    const unit = normaliseRows(embeddings); // [rows, dims]
    const similarity = tf.div(tf.matMul(unit, unit, false, true), temperature); // [rows, rows]
    return logSoftmaxRows(tf.add(similarity, tf.mul(tf.eye(embeddings.shape[0]), EXCLUDED)) as tf.Tensor2D);
  });
}

/** Rows at length 1. @returns Shape of `matrix`. Caller disposes. */
function normaliseRows(matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const squaredLength = tf.sum(tf.square(matrix), 1, true);
    return tf.div(matrix, tf.sqrt(tf.add(squaredLength, LEAST_SQUARED_LENGTH)));
  });
}
