import * as tf from '@tensorflow/tfjs-core';
import type { FaceCrops } from '../../dataset/faces/face-set.ts';
import { featureCount } from './encoder.ts';
import { loadEncoder, overFaces } from './forward.ts';
import { applyHead } from './head.ts';
import type { ReadableNet } from './trained-net.ts';

export interface FeaturesAndLogits {
  /** The encoder's output, row-major [faces, featureCount]: where the net puts a face among others. */
  readonly features: Float32Array;
  readonly featureCount: number;
  /** Row-major [faces, classes]. */
  readonly logits: Float32Array;
}

/** What every face is to a net, and what the net says of it, in one pass. */
export async function predictFeatures(net: ReadableNet, faces: FaceCrops): Promise<FeaturesAndLogits> {
  const { encoder: spec, tensors, classes } = net;
  const features = featureCount(spec);
  const columns = features + classes.length;
  const encoder = loadEncoder(spec, tensors);
  const head = {
    'head.weight': tf.tensor2d(tensors['head.weight']!.data, [features, classes.length]),
    'head.bias': tf.tensor1d(tensors['head.bias']!.data),
  };
  try {
    const both = await overFaces(faces, spec.inputPx, columns, (images) => {
      const found = encoder.features(images);
      return tf.concat([found, applyHead(head, found)], 1);
    });
    const rows = [...Array(faces.count).keys()];
    const part = (from: number, to: number) =>
      Float32Array.from(rows.flatMap((row) => [...both.subarray(row * columns + from, row * columns + to)]));
    return { features: part(0, features), featureCount: features, logits: part(features, columns) };
  } finally {
    encoder.dispose();
    tf.dispose(head);
  }
}
