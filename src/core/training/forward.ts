import * as tf from '@tensorflow/tfjs-core';
import type { FaceSet } from '../dataset/face-set.ts';
import { BATCH_NORM_EPSILON } from '../engine/batch-norm.ts';
import { centreView } from './augment.ts';
import { type ConvUnit, type EncoderSpec, encoderConvs, featureCount, runEncoder } from './encoder.ts';
import { applyHead } from './head.ts';
import type { NetTensors, TrainedNet } from './trained-net.ts';

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
 * @throws RangeError naming the tensor that is missing or has another shape than the spec says.
 */
export function loadEncoder(spec: EncoderSpec, tensors: NetTensors): LoadedEncoder {
  const folded = encoderConvs(spec).map(({ name, kernel, inChannels, outChannels }) => {
    const get = (part: string, shape: readonly number[]) => tensorOf(tensors, `${name}.${part}`, shape);
    const weight = get('weight', [kernel, kernel, inChannels, outChannels]);
    const norm = (part: string) => get(`norm.${part}`, [outChannels]);
    const [scale, shift, mean, variance] = [norm('scale'), norm('shift'), norm('mean'), norm('variance')];
    const slope = Float32Array.from(scale, (each, c) => each / Math.sqrt(variance[c]! + BATCH_NORM_EPSILON));
    const filter = weight.map((each, i) => each * slope[i % outChannels]!);
    const bias = shift.map((each, c) => each - mean[c]! * slope[c]!);
    return [
      name,
      { filter, bias, shape: [kernel, kernel, inChannels, outChannels] as [number, number, number, number] },
    ] as const;
  });
  const onEngine = new Map(
    folded.map(([name, { filter, bias, shape }]) => [
      name,
      { filter: tf.tensor4d(filter, shape), bias: tf.tensor1d(bias) },
    ]),
  );
  const unit: ConvUnit = ({ name, stride }, x, relu) => {
    const { filter, bias } = onEngine.get(name)!;
    return tf.fused.conv2d({ x, filter, strides: stride, pad: 'same', bias, activation: relu ? 'relu' : 'linear' });
  };
  return {
    features: (images) => runEncoder(spec, images, unit, (a, b) => tf.relu(tf.add(a, b))),
    dispose: () => tf.dispose([...onEngine.values()].flatMap(({ filter, bias }) => [filter, bias])),
  };
}

/**
 * Puts a trained net on the engine.
 *
 * @returns Caller disposes.
 * @throws RangeError naming the tensor that is missing or has another shape than the spec says.
 */
export function loadNet({ encoder: spec, tensors, classes }: TrainedNet | Omit<TrainedNet, 'history'>): LoadedNet {
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
export async function predictLogits(
  net: TrainedNet | Omit<TrainedNet, 'history'>,
  faces: FaceSet,
): Promise<Float32Array> {
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
  faces: FaceSet,
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
export function centreImages(faces: FaceSet, rows: readonly number[], inputPx: number): tf.Tensor4D {
  const pixels = new Float32Array(rows.length * inputPx * inputPx);
  for (const [i, row] of rows.entries()) centreView(faces, row, inputPx, pixels, i * inputPx * inputPx);
  return tf.tensor4d(pixels, [rows.length, inputPx, inputPx, 1]);
}

function tensorOf(tensors: NetTensors, name: string, shape: readonly number[]): Float32Array {
  const found = Object.hasOwn(tensors, name) ? tensors[name] : undefined;
  if (found && found.shape.length === shape.length && shape.every((size, i) => found.shape[i] === size))
    return found.data;
  throw new RangeError(`tensor ${name} of shape [${shape}] was expected; found ${found ? `[${found.shape}]` : 'none'}`);
}
