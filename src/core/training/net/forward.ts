import * as tf from '@tensorflow/tfjs-core';
import type { FaceCrops } from '../../dataset/faces/face-set.ts';
import { centreView } from '../views/augment.ts';
import { type EncoderForm, encoderConvs, featureCount, POOL_WEIGHT, pooledSide, runEncoder } from './encoder.ts';
import type { EncoderSpec } from './encoder-spec.ts';
import { foldConv, foldFeatureNorm, tensorOf } from './fold-norms.ts';
import { applyHead } from './head.ts';
import type { NetTensors, ReadableNet } from './trained-net.ts';

/** A trained net on the engine, ready to read faces. */
export interface LoadedNet {
  /**
   * @param images Shape [n, inputPx, inputPx, 1], grey, 0 (black) to 1 (white): the centre of a crop. The net evens out
   *   brightness and contrast itself.
   * @returns Logits, shape [n, classes]. Caller disposes.
   */
  logits(images: tf.Tensor4D): tf.Tensor2D;
  dispose(): void;
}

/** An encoder on the engine, without a head. */
export interface LoadedEncoder {
  /** @returns Features, shape [n, featureCount]. Caller disposes. */
  features(images: tf.Tensor4D): tf.Tensor2D;
  dispose(): void;
}

/** Images that go through the net at once: larger is no faster, and takes more memory. */
const BATCH_IMAGES = 32;

/**
 * Puts an encoder on the engine, with its batch norms folded into the convolutions before them.
 *
 * @returns Caller disposes.
 * @throws RangeError naming the tensor that is missing or has another shape than the spec says.
 */
export function loadEncoder(spec: EncoderSpec, tensors: NetTensors): LoadedEncoder {
  // All are checked and folded before the first one takes memory of the engine.
  const folded = encoderConvs(spec).map((conv) => [conv.name, foldConv(conv, tensors)] as const);
  const features = foldFeatureNorm(featureCount(spec), tensors);
  const poolShape: [number, number, number] = [pooledSide(spec), pooledSide(spec), featureCount(spec)];
  const pool = tensorOf(tensors, POOL_WEIGHT, poolShape);

  const convs = new Map(
    folded.map(([name, { filter, shape, bias }]) => [
      name,
      { filter: tf.tensor4d(filter, shape), bias: tf.tensor1d(bias) },
    ]),
  );
  const poolWeight = tf.tensor3d(pool, poolShape);
  const slope = tf.tensor1d(features.slope);
  const shift = tf.tensor1d(features.shift);
  const form: EncoderForm = {
    convolve({ name, stride }, x, relu) {
      const activation = relu ? 'relu' : 'linear';
      return tf.fused.conv2d({ x, ...convs.get(name)!, strides: stride, pad: 'same', activation });
    },
    join: (a, b) => tf.relu(tf.add(a, b)),
    poolWeight,
    normaliseFeatures: (pooled) => tf.add(tf.mul(pooled, slope), shift),
  };
  return {
    features: (images) => runEncoder(spec, images, form),
    dispose: () =>
      tf.dispose([poolWeight, slope, shift, ...[...convs.values()].flatMap(({ filter, bias }) => [filter, bias])]),
  };
}

/**
 * Puts a trained net on the engine.
 *
 * @returns Caller disposes.
 * @throws RangeError naming the tensor that is missing or has another shape than the spec says.
 */
export function loadNet({ encoder: spec, tensors, classes }: ReadableNet): LoadedNet {
  const features = featureCount(spec);
  const weight = tensorOf(tensors, 'head.weight', [features, classes.length]);
  const bias = tensorOf(tensors, 'head.bias', [classes.length]);
  const encoder = loadEncoder(spec, tensors);
  const head = { 'head.weight': tf.tensor2d(weight, [features, classes.length]), 'head.bias': tf.tensor1d(bias) };
  return {
    logits: (images) => tf.tidy(() => applyHead(head, encoder.features(images))),
    dispose() {
      encoder.dispose();
      tf.dispose(head);
    },
  };
}

/**
 * Logits of every face, read at the centre of its crop.
 *
 * @returns Row-major [faces.count, classes].
 */
export async function predictLogits(net: ReadableNet, faces: FaceCrops): Promise<Float32Array> {
  const loaded = loadNet(net);
  try {
    return await overFaces(faces, net.encoder.inputPx, net.classes.length, (images) => loaded.logits(images));
  } finally {
    loaded.dispose();
  }
}

/**
 * Runs a function over the centres of all crops, some at a time.
 *
 * @param read From images, shape [n, inputPx, inputPx, 1], to numbers, shape [n, columns].
 * @returns Row-major [faces.count, columns].
 */
export async function overFaces(
  faces: FaceCrops,
  inputPx: number,
  columns: number,
  read: (images: tf.Tensor4D) => tf.Tensor2D,
): Promise<Float32Array> {
  const result = new Float32Array(faces.count * columns);
  for (let from = 0; from < faces.count; from += BATCH_IMAGES) {
    const rows = Array.from({ length: Math.min(BATCH_IMAGES, faces.count - from) }, (_, i) => from + i);
    const images = centreImages(faces, rows, inputPx);
    const output = tf.tidy(() => read(images));
    try {
      result.set((await output.data()) as Float32Array, from * columns);
    } finally {
      tf.dispose([images, output]);
    }
    await tf.nextFrame();
  }
  return result;
}

/** The centres of some crops. @returns Shape [rows, inputPx, inputPx, 1], 0 to 1. Caller disposes. */
export function centreImages(faces: FaceCrops, rows: readonly number[], inputPx: number): tf.Tensor4D {
  const pixels = new Float32Array(rows.length * inputPx * inputPx);
  for (const [i, row] of rows.entries()) centreView(faces, row, inputPx, pixels, i * inputPx * inputPx);
  return tf.tensor4d(pixels, [rows.length, inputPx, inputPx, 1]);
}
