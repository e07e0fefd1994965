import * as tf from '@tensorflow/tfjs-core';

/**
 * Gradient of a convolution from kernels that the wasm backend has: it lacks Conv2DBackpropFilter, and its
 * Conv2DBackpropInput runs at a tenth of the speed of its forward convolution. Both gradients are convolutions
 * themselves, so both go through the forward kernel.
 */
interface Conv2dGradientInputs {
  /** Upstream gradient, shape [images, outHeight, outWidth, outChannels]. */
  readonly dy: tf.Tensor4D;
  /** Shape [images, height, width, inChannels]. */
  readonly x: tf.Tensor4D;
  /** Shape [kernel, kernel, inChannels, outChannels]. */
  readonly filter: tf.Tensor4D;
  /** As given to tf.conv2d; both sides the same. */
  readonly stride: number;
  readonly pad: 'same' | 'valid';
}

/** Padding before and after, rows then columns, in the form that tf.conv2d takes. */
type ExplicitPadding = [[number, number], [number, number], [number, number], [number, number]];

/**
 * Gradient with respect to the filter: the image convolved with the upstream gradient, images taking the part of
 * channels and channels the part of images. A stride of the forward pass becomes a dilation here.
 *
 * @returns Shape of the filter. Caller disposes.
 */
function conv2dFilterGradient({ dy, x, filter, stride, pad }: Conv2dGradientInputs): tf.Tensor4D {
  return tf.tidy(() => {
    const info = convInfo(x, filter, stride, pad);
    const channelsAsImages = swapImagesAndChannels(x); // [inChannels, height, width, images]
    const imagesAsChannels = tf.transpose(dy, [1, 2, 0, 3]); // [outHeight, outWidth, images, outChannels]
    const rows = filterPadding(info.padInfo.top, dy.shape[1], x.shape[1], filter.shape[0], stride);
    const columns = filterPadding(info.padInfo.left, dy.shape[2], x.shape[2], filter.shape[1], stride);
    const padded = cropOrPad(channelsAsImages, rows, columns);
    const gradient = tf.conv2d(padded as tf.Tensor4D, imagesAsChannels as tf.Tensor4D, 1, 'valid', 'NHWC', stride);
    return tf.transpose(gradient, [1, 2, 0, 3]); // [kernel, kernel, inChannels, outChannels]
  });
}

/**
 * Gradient with respect to the image: the upstream gradient, spread out by the stride, convolved with the filter
 * turned by 180 degrees.
 *
 * @returns Shape of the image. Caller disposes.
 */
function conv2dInputGradient({ dy, x, filter, stride, pad }: Conv2dGradientInputs): tf.Tensor4D {
  return tf.tidy(() => {
    const info = convInfo(x, filter, stride, pad);
    const spread = stride === 1 ? dy : spreadOut(dy, stride);
    const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]); // [kernel, kernel, outChannels, inChannels]
    const rows = inputPadding(info.padInfo.top, spread.shape[1], x.shape[1], filter.shape[0]);
    const columns = inputPadding(info.padInfo.left, spread.shape[2], x.shape[2], filter.shape[1]);
    const padding: ExplicitPadding = [[0, 0], rows, columns, [0, 0]];
    return tf.conv2d(spread, turned as tf.Tensor4D, 1, padding);
  });
}

/**
 * [images, height, width, channels] -> [channels, height, width, images], in two steps that the backend has quick
 * kernels for; one step takes three times as long.
 */
function swapImagesAndChannels(x: tf.Tensor4D): tf.Tensor4D {
  const [images, height, width, channels] = x.shape;
  const imagesLast = tf.transpose(tf.reshape(x, [images, height * width * channels]));
  const swapped = tf.transpose(tf.reshape(imagesLast, [height * width, channels, images]), [1, 0, 2]);
  return tf.reshape(swapped, [channels, height, width, images]);
}

function convInfo(x: tf.Tensor4D, filter: tf.Tensor4D, stride: number, pad: 'same' | 'valid') {
  return tf.backend_util.computeConv2DInfo(x.shape, filter.shape, stride, 1, pad);
}

/** What to add at both ends (cut off, where negative) so that a dilated window of `dy` fits exactly `kernel` times. */
function filterPadding(before: number, dySize: number, size: number, kernel: number, stride: number): [number, number] {
  const wanted = (dySize - 1) * stride + kernel;
  return [before, wanted - size - before];
}

/** What to add at both ends so that a window of `kernel` gives `size` places. */
function inputPadding(before: number, spreadSize: number, size: number, kernel: number): [number, number] {
  const start = kernel - 1 - before;
  return [start, size + kernel - 1 - spreadSize - start];
}

/** Pads with zeros where the number is positive, cuts off where it is negative. */
function cropOrPad(x: tf.Tensor4D, rows: [number, number], columns: [number, number]): tf.Tensor4D {
  const [outer, height, width, inner] = x.shape;
  const begin = [0, Math.max(0, -rows[0]), Math.max(0, -columns[0]), 0];
  const end = [outer, height - Math.max(0, -rows[1]), width - Math.max(0, -columns[1]), inner];
  const isWhole = begin.every((each) => each === 0) && end[1] === height && end[2] === width;
  const cut = isWhole ? x : tf.slice(x, begin, [outer, end[1]! - begin[1]!, end[2]! - begin[2]!, inner]);
  const grow = [rows, columns].map(([before, after]) => [Math.max(0, before), Math.max(0, after)] as [number, number]);
  if (grow.flat().every((each) => each === 0)) return cut;
  return tf.pad(cut, [[0, 0], grow[0]!, grow[1]!, [0, 0]]);
}

/** Zeros between the values: [images, height, width, channels] -> [images, height * stride, width * stride, channels]. */
function spreadOut(dy: tf.Tensor4D, stride: number): tf.Tensor4D {
  const [images, height, width, channels] = dy.shape;
  const gap = stride - 1;
  const wide = tf.pad(tf.reshape(dy, [images * height, 1, width, channels]), [
    [0, 0],
    [0, gap],
    [0, 0],
    [0, gap * channels],
  ]); // [images * height, stride, width, stride * channels]
  return tf.reshape(wide, [images, height * stride, width * stride, channels]);
}

/**
 * Makes tf.conv2d differentiable on the wasm backend. Other backends keep the library's own gradient, so that the cpu
 * backend stays an independent reference.
 *
 * @throws Error if the library's gradients are not registered yet.
 */
export function registerConv2dGradient(): void {
  const library = tf.getGradient(tf.Conv2D);
  if (!library)
    throw new Error('the gradients of @tensorflow/tfjs have to be registered first; none was found for Conv2D');
  if (library.gradFunc === wasmOrLibrary) return;
  libraryGradient = library.gradFunc;
  tf.registerGradient({ ...library, gradFunc: wasmOrLibrary });
}

let libraryGradient: tf.GradFunc | null = null;

const wasmOrLibrary: tf.GradFunc = (dy, saved, attributes) => {
  if (tf.getBackend() !== 'wasm') return libraryGradient!(dy, saved, attributes);
  const [x, filter] = saved as [tf.Tensor4D, tf.Tensor4D];
  const { strides, pad, dilations, dataFormat, dimRoundingMode } = attributes as unknown as tf.Conv2DAttrs;
  const [strideY, strideX] = pairOf(strides);
  const isPlain = pairOf(dilations).every((each) => each === 1) && dataFormat === 'NHWC' && !dimRoundingMode;
  if (!isPlain || strideY !== strideX || (pad !== 'same' && pad !== 'valid')) {
    throw new RangeError(
      `the gradient of conv2d on wasm is written for NHWC, equal strides, no dilation and padding "same" or "valid"; ` +
        `found ${JSON.stringify({ strides, pad, dilations, dataFormat, dimRoundingMode })}`,
    );
  }
  const inputs = { dy: dy as tf.Tensor4D, x, filter, stride: strideY, pad };
  return { x: () => conv2dInputGradient(inputs), filter: () => conv2dFilterGradient(inputs) };
};

function pairOf(value: number | readonly number[]): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : [value[0]!, value[1]!];
}
