import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../views/random.ts';
import type { EncoderSpec } from './encoder-spec.ts';
import type { NetTensors, TensorData } from './trained-net.ts';

/**
 * The face encoder, without anything of the environment in it, so that the window's worker reads a face by the same
 * lines that trained it.
 */

/** Length of the feature vector. */
export function featureCount(spec: EncoderSpec): number {
  return spec.stageChannels.at(-1)!;
}

/** One convolution of the net, followed by its batch norm. */
export interface ConvSpec {
  readonly name: string;
  readonly kernel: number;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly stride: number;
}

/** A residual block: two convolutions beside a shortcut, which is a convolution of its own where the shape changes. */
export interface BlockSpec {
  readonly first: ConvSpec;
  readonly second: ConvSpec;
  readonly shortcut: ConvSpec | null;
}

/** The convolutions of the net as they hang together: the stem, then the blocks. */
export interface EncoderPlan {
  readonly stem: ConvSpec;
  readonly blocks: readonly BlockSpec[];
}

/** @throws RangeError if there is no stage. */
export function encoderPlan({ stageChannels }: EncoderSpec): EncoderPlan {
  const [stemChannels] = stageChannels;
  if (!stemChannels) throw new RangeError('an encoder with at least one stage was expected; found none');
  let inChannels = stemChannels;
  const blocks = stageChannels.map((outChannels, stage): BlockSpec => {
    const stride = stage === 0 ? 1 : 2;
    const name = `stage${stage + 1}`;
    const block = {
      first: { name: `${name}.conv1`, kernel: 3, inChannels, outChannels, stride },
      second: { name: `${name}.conv2`, kernel: 3, inChannels: outChannels, outChannels, stride: 1 },
      shortcut:
        stride === 1 && inChannels === outChannels
          ? null
          : { name: `${name}.shortcut`, kernel: 1, inChannels, outChannels, stride },
    };
    inChannels = outChannels;
    return block;
  });
  return { stem: { name: 'stem', kernel: 3, inChannels: 1, outChannels: stemChannels, stride: 1 }, blocks };
}

/** The convolutions of the net, in the order in which they run. */
export function encoderConvs(spec: EncoderSpec): readonly ConvSpec[] {
  const { stem, blocks } = encoderPlan(spec);
  return [stem, ...blocks.flatMap(({ first, second, shortcut }) => [first, second, ...(shortcut ? [shortcut] : [])])];
}

/**
 * Weights to start from: He et al. 2015, arXiv:1502.01852, equation 10 (normal, variance 2 / fan-in); scales 1,
 * shifts 0; the pooling starts as a mean.
 *
 * @returns `<conv>.weight` [kernel, kernel, in, out], `<conv>.norm.scale` [out] and `<conv>.norm.shift` [out];
 *   `pool.weight` [side, side, features].
 */
export function initialiseEncoder(spec: EncoderSpec, random: Random): NetTensors {
  const tensors: Record<string, TensorData> = {};
  for (const { name, kernel, inChannels, outChannels } of encoderConvs(spec)) {
    const shape = [kernel, kernel, inChannels, outChannels];
    const deviation = Math.sqrt(2 / (kernel * kernel * inChannels));
    const size = kernel * kernel * inChannels * outChannels;
    tensors[`${name}.weight`] = { shape, data: Float32Array.from({ length: size }, () => random.normal() * deviation) };
    tensors[`${name}.norm.scale`] = { shape: [outChannels], data: new Float32Array(outChannels).fill(1) };
    tensors[`${name}.norm.shift`] = { shape: [outChannels], data: new Float32Array(outChannels) };
  }
  const [side, features] = [pooledSide(spec), featureCount(spec)];
  const mean = new Float32Array(side * side * features).fill(1 / (side * side));
  tensors[POOL_WEIGHT] = { shape: [side, side, features], data: mean };
  return tensors;
}

/** Name of the weights of the pooling. */
export const POOL_WEIGHT = 'pool.weight';

/** Side of the last stage's maps, which are pooled to one number each. */
export function pooledSide({ inputPx, stageChannels }: EncoderSpec): number {
  return stageChannels.slice(1).reduce((side) => Math.ceil(side / 2), inputPx);
}

/** How the parts of the net are computed: by the batch's own moments in training, folded when a face is read. */
export interface EncoderForm {
  /** A convolution with its norm, and a ReLU where asked for. */
  convolve(conv: ConvSpec, x: tf.Tensor4D, relu: boolean): tf.Tensor4D;
  /** Two branches become one: relu(a + b). */
  join(a: tf.Tensor4D, b: tf.Tensor4D): tf.Tensor4D;
  /** The weights of the pooling, shape [side, side, featureCount]. */
  readonly poolWeight: tf.Tensor3D;
  /** The norm of the pooled features, shape [images, featureCount]. */
  normaliseFeatures(pooled: tf.Tensor2D): tf.Tensor2D;
}

/** Name of the norm of the pooled features; it has no scale and shift, since a linear layer follows. */
export const FEATURE_NORM = 'features';

/**
 * The net itself, in one of its forms.
 *
 * Differs from the source: the pooling weighs every place of every map, since on aligned faces it matters where
 * something is seen (Chen et al. 2018, arXiv:1804.07573, section 3.1). Cross-entropy on the rendered cohort left chance
 * after 60 steps of 64 views with it, and still had not after 140 steps with a plain mean. The pooled features are
 * brought to mean 0 and variance 1: what a ReLU let through is almost parallel for different faces otherwise.
 *
 * @param images Shape [images, inputPx, inputPx, 1], grey, 0 (black) to 1 (white).
 * @returns Features, shape [images, featureCount]. Caller disposes.
 * @throws RangeError if the images have another shape.
 */
export function runEncoder(spec: EncoderSpec, images: tf.Tensor4D, form: EncoderForm): tf.Tensor2D {
  const { inputPx } = spec;
  const [, height, width, channels] = images.shape;
  if (height !== inputPx || width !== inputPx || channels !== 1) {
    throw new RangeError(`grey images of shape [n, ${inputPx}, ${inputPx}, 1] were expected; found [${images.shape}]`);
  }
  return tf.tidy(() => {
    const { stem, blocks } = encoderPlan(spec);
    let x = form.convolve(stem, standardise(images), true);
    for (const { first, second, shortcut } of blocks) {
      const beside = shortcut ? form.convolve(shortcut, x, false) : x;
      x = form.join(form.convolve(second, form.convolve(first, x, true), false), beside);
    }
    const pooled = tf.sum(tf.mul(x, form.poolWeight), [1, 2]) as tf.Tensor2D;
    return form.normaliseFeatures(pooled); // [images, channels of the last stage]
  });
}

/** Keeps a flat image from being divided by zero; one grey level of 255 is forty times as much. */
export const LEAST_DEVIATION = 1e-4;

/** Every image to mean 0 and deviation 1: a dim ward and a bright one look the same to the net. */
function standardise(images: tf.Tensor4D): tf.Tensor4D {
  const centred = tf.sub(images, imageMeans(images));
  const deviation = tf.sqrt(imageMeans(tf.square(centred) as tf.Tensor4D));
  return tf.div(centred, tf.add(deviation, LEAST_DEVIATION));
}

/**
 * Row by row first: a float32 sum over 2,304 pixels in one go loses more digits than the rest of the net together. So a
 * probability lies within 1.4e-6 of that in float64 instead of 1e-5 (205 faces of the demo cohort).
 *
 * @returns Shape [images, 1, 1, 1].
 */
function imageMeans(images: tf.Tensor4D): tf.Tensor4D {
  const [count, height, width] = images.shape;
  const rowMeans = tf.mean(tf.reshape(images, [count, height, width]), 2);
  return tf.reshape(tf.mean(rowMeans, 1), [count, 1, 1, 1]);
}
