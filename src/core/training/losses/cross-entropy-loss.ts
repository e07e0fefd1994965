import * as tf from '@tensorflow/tfjs-core';

/**
 * Cross-entropy against a distribution over the classes, with label smoothing: the loss that trains encoder and head
 * together. A certain label is the distribution that is 1 at its class; annotators' votes are taken as they fell.
 *
 * Source: Szegedy et al. 2016, arXiv:1512.00567, section 7 (smoothing towards the uniform distribution); Barsoum et al.
 * 2016, arXiv:1608.01041, equation 3 (votes as targets).
 */
export interface CrossEntropyOptions {
  /** Probability taken from the targets and spread over all classes; 0 to 1, excluded. */
  readonly labelSmoothing: number;
}

/**
 * Mean cross-entropy over the rows: the mean of -sum over k of target[k] * log softmax(logits)[k].
 *
 * @param logits Shape [rows, classes], any range: the largest of a row is taken out first.
 * @param targets Shape [rows, classes]; each row 0 or more and summing to 1.
 * @returns Scalar in nats, at least the targets' own entropy; ln(classes) for a net that knows nothing. Caller disposes.
 * @throws RangeError if the shapes differ or the smoothing is out of range.
 */
export function crossEntropyLoss(
  logits: tf.Tensor2D,
  targets: tf.Tensor2D,
  { labelSmoothing }: CrossEntropyOptions,
): tf.Scalar {
  const [rows, classes] = logits.shape;
  if (targets.shape[0] !== rows || targets.shape[1] !== classes) {
    throw new RangeError(`targets of shape [${logits.shape}] were expected; found [${targets.shape}]`);
  }
  if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
    throw new RangeError(`label smoothing of 0 or more and below 1 was expected; found ${labelSmoothing}`);
  }
  return tf.tidy(() => {
    const smooth = tf.add(tf.mul(targets, 1 - labelSmoothing), labelSmoothing / classes); // [rows, classes]
    const perRow = tf.neg(tf.sum(tf.mul(smooth, logSoftmaxRows(logits)), 1)); // [rows]
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
