import * as tf from '@tensorflow/tfjs-core';

/**
 * Cross-entropy with label smoothing: the loss that trains encoder and head together.
 *
 * Source: Szegedy et al. 2016, arXiv:1512.00567, section 7 (smoothing towards the uniform distribution).
 */
export interface CrossEntropyOptions {
  /** Probability taken from the label and spread over all classes, the label's own included; 0 to 1, excluded. */
  readonly labelSmoothing: number;
}

/**
 * Mean cross-entropy over the rows.
 *
 * @param logits Shape [rows, classes], any range: the largest of a row is taken out first.
 * @param labels Shape [rows], int32 column of the right class.
 * @returns Scalar in nats, >= 0; ln(classes) for a net that knows nothing. Caller disposes.
 * @throws RangeError if the row counts differ or the smoothing is out of range.
 */
export function crossEntropyLoss(
  logits: tf.Tensor2D,
  labels: tf.Tensor1D,
  { labelSmoothing }: CrossEntropyOptions,
): tf.Scalar {
  const [rows, classes] = logits.shape;
  if (labels.shape[0] !== rows) {
    throw new RangeError(`one label a row was expected; found ${labels.shape[0]} labels for ${rows} rows`);
  }
  if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
    throw new RangeError(`label smoothing of 0 or more and below 1 was expected; found ${labelSmoothing}`);
  }
  return tf.tidy(() => {
    const certain = tf.oneHot(labels, classes); // [rows, classes]
    const targets = tf.add(tf.mul(certain, 1 - labelSmoothing), labelSmoothing / classes);
    const perRow = tf.neg(tf.sum(tf.mul(targets, logSoftmaxRows(logits)), 1)); // [rows]
    return tf.mean(perRow) as tf.Scalar;
  });
}

/**
 * Log-probabilities of each row. In place of tf.logSoftmax, for which the wasm backend has no kernel.
 *
 * @returns Shape of `logits`. Caller disposes.
 */
export function logSoftmaxRows(logits: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const shifted = tf.sub(logits, constantRowMax(logits)) as tf.Tensor2D;
    return tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
  });
}

/**
 * The largest value of each row as a constant: it keeps exp() in range and cancels out, so no gradient goes through it.
 *
 * @returns Shape [rows, 1]. Caller disposes.
 */
function constantRowMax(matrix: tf.Tensor2D): tf.Tensor2D {
  const op = tf.customGrad((x) => ({
    value: tf.max(x as tf.Tensor2D, 1, true),
    gradFunc: () => tf.zeros(matrix.shape),
  }));
  return op(matrix) as tf.Tensor2D;
}
