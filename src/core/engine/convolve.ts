import * as tf from '@tensorflow/tfjs-core';

/**
 * The convolution of the nets that are trained, padded so that a stride of 1 keeps the size. Where the kernel is one
 * pixel it sees every `stride`-th pixel only, and those are taken first: what TensorFlow makes of the strided form cannot
 * be relied on (docs/behaviour.md).
 *
 * @param x Shape [images, height, width, in].
 * @param filter Shape [kernel, kernel, in, out].
 * @param stride In pixels, in both directions.
 * @returns Shape [images, ceil(height / stride), ceil(width / stride), out]. Caller disposes.
 */
export function convolve(x: tf.Tensor4D, filter: tf.Tensor4D, stride: number): tf.Tensor4D {
  const isPointwise = filter.shape[0] === 1 && filter.shape[1] === 1;
  if (!isPointwise || stride === 1) return tf.conv2d(x, filter, stride, 'same');
  return tf.tidy(() => tf.conv2d(everyNth(x, stride), filter, 1, 'same'));
}

/** Every nth row and column from the first on, by operations that every engine has a gradient of. */
function everyNth(x: tf.Tensor4D, n: number): tf.Tensor4D {
  const [images, height, width, channels] = x.shape;
  const [rows, columns] = [Math.ceil(height / n), Math.ceil(width / n)];
  const isWhole = rows * n === height && columns * n === width;
  const missing: [number, number][] = [
    [0, 0],
    [0, rows * n - height],
    [0, columns * n - width],
    [0, 0],
  ];
  const whole = isWhole ? x : tf.pad(x, missing);
  const apart = tf.reshape(whole, [images * rows, n, columns, n * channels]);
  const first = tf.slice(apart, [0, 0, 0, 0], [images * rows, 1, columns, channels]);
  return tf.reshape(first, [images, rows, columns, channels]);
}
