import * as tf from '@tensorflow/tfjs-core';
import { FaceLandmark68Net, type NetInput, TinyFaceDetector } from '#face-api';

/**
 * The face detector and the landmark net of @vladmandic/face-api, with the same weights and the same steps, except that
 * a convolution, its bias and its activation are computed as one or two operations.
 *
 * The library computes them one by one, and on WebAssembly most of its time goes into walking over large arrays again:
 * the detector's leaky activation alone is four walks. Same results to rounding (see the test). As PReLU with one slope
 * it takes a thirtieth of the time of TensorFlow.js's own leaky activation, which is not vectorised.
 */

/** Slope of the detector's activation below 0. */
const LEAK = 0.1;

/** The means of red, green and blue that the nets were trained with, as in the library's two configurations. */
const DETECTOR_MEAN = [117.001, 114.697, 97.404];
const LANDMARKS_MEAN = [122.782, 117.001, 104.298];

interface Convolution {
  readonly filters: tf.Tensor4D;
  readonly bias: tf.Tensor1D;
}

interface SeparableConvolution {
  readonly depthwise_filter: tf.Tensor4D;
  readonly pointwise_filter: tf.Tensor4D;
  readonly bias: tf.Tensor1D;
}

/** face-api's own tensors; at run time they are ours (see face-nets.ts). */
type ItsDetection = ReturnType<TinyFaceDetector['forwardInput']>;
type ItsFeatures = ReturnType<FaceLandmark68Net['faceFeatureExtractor']['forwardInput']>;

/** @returns A detector whose weights are still to be loaded. Caller disposes. */
export function createFusedDetector(): TinyFaceDetector {
  const detector = new TinyFaceDetector();
  detector.forwardInput = (input: NetInput, inputSize: number) => {
    const params = detector.params as unknown as
      | (Readonly<Record<`conv${1 | 2 | 3 | 4 | 5}`, SeparableConvolution>> &
          Readonly<Record<`conv${0 | 8}`, Convolution>>)
      | undefined;
    if (!params) throw new Error('the detector needs its weights before it looks at a picture');
    return tf.tidy(() => {
      let x = leaky(convolution(normalised(input, inputSize, DETECTOR_MEAN), params.conv0, 1, 'valid'));
      for (const conv of [params.conv1, params.conv2, params.conv3, params.conv4, params.conv5]) {
        x = leaky(separable(tf.maxPool(x, 2, 2, 'same'), conv, 1));
      }
      x = tf.maxPool(x, 2, 1, 'same');
      return convolution(x, params.conv8, 1, 'valid');
    }) as unknown as ItsDetection;
  };
  return detector;
}

/** @returns A landmark net whose weights are still to be loaded. Caller disposes. */
export function createFusedLandmarkNet(): FaceLandmark68Net {
  const net = new FaceLandmark68Net();
  const extractor = net.faceFeatureExtractor;
  extractor.forwardInput = (input: NetInput) => {
    const params = extractor.params as unknown as Readonly<Record<`dense${0 | 1 | 2 | 3}`, DenseBlock>> | undefined;
    if (!params) throw new Error('the landmark net needs its weights before it looks at a face');
    return tf.tidy(() => {
      let x = normalised(input, 112, LANDMARKS_MEAN);
      for (const block of [params.dense0, params.dense1, params.dense2, params.dense3]) x = dense(x, block);
      return tf.avgPool(x, 7, 2, 'valid');
    }) as unknown as ItsFeatures;
  };
  return net;
}

interface DenseBlock {
  readonly conv0: Convolution | SeparableConvolution;
  readonly conv1: SeparableConvolution;
  readonly conv2: SeparableConvolution;
  readonly conv3: SeparableConvolution;
}

/** Four convolutions, each over the sum of all before it. */
function dense(x: tf.Tensor4D, { conv0, conv1, conv2, conv3 }: DenseBlock): tf.Tensor4D {
  let sum: tf.Tensor4D = 'filters' in conv0 ? convolution(x, conv0, 2, 'same', 'relu') : separable(x, conv0, 2, 'relu');
  let next = sum;
  for (const conv of [conv1, conv2, conv3]) {
    sum = tf.add(sum, separable(next, conv, 1));
    next = tf.relu(sum);
  }
  return next;
}

function separable(
  x: tf.Tensor4D,
  conv: SeparableConvolution,
  strides: 1 | 2,
  activation: 'linear' | 'relu' = 'linear',
): tf.Tensor4D {
  const spread = tf.depthwiseConv2d(x, conv.depthwise_filter, strides, 'same');
  return tf.fused.conv2d({
    x: spread,
    filter: conv.pointwise_filter,
    strides: 1,
    pad: 'valid',
    bias: conv.bias,
    activation,
  });
}

function convolution(
  x: tf.Tensor4D,
  { filters, bias }: Convolution,
  strides: 1 | 2,
  pad: 'same' | 'valid',
  activation: 'linear' | 'relu' = 'linear',
): tf.Tensor4D {
  return tf.fused.conv2d({ x, filter: filters, strides, pad, bias, activation });
}

function leaky(x: tf.Tensor4D): tf.Tensor4D {
  return tf.prelu(x, tf.fill([1, 1, 1, x.shape[3]], LEAK));
}

/** Shape [1, inputSize, inputSize, 3], about -0.5 to 0.5. */
function normalised(input: NetInput, inputSize: number, mean: number[]): tf.Tensor4D {
  const pixels = input.toBatchTensor(inputSize, false) as unknown as tf.Tensor4D;
  return tf.div(tf.sub(tf.cast(pixels, 'float32'), tf.tensor1d(mean)), 255);
}
