import * as tf from '@tensorflow/tfjs-core';
import type { EncoderSpec } from './encoder-spec.ts';
import type { Objective } from './objective.ts';
import { type ParameterLayout, unflatten } from './parameters.ts';
import type { NetTensors } from './trained-net.ts';
import { encodeForTraining, type Weights } from './training-encoder.ts';

/** Images of a batch as they go to the engine. */
export interface Batch {
  /** Row-major [rows, inputPx, inputPx], 0 to 1. */
  readonly pixels: Float32Array;
  /** Column of each row's class. */
  readonly classes: Int32Array;
}

export interface LossAndGradient {
  /** In nats. */
  readonly loss: number;
  /** As the weights are laid out. */
  readonly gradient: Float32Array;
  /** What the loss was taken of: row-major [rows, columns]. */
  readonly output: Float32Array;
}

/** Loss and gradient of one batch. Leaves no tensor behind. */
export async function lossAndGradient(
  spec: EncoderSpec,
  objective: Objective,
  layout: ParameterLayout,
  weights: Float32Array,
  { pixels, classes }: Batch,
): Promise<LossAndGradient> {
  const { inputPx } = spec;
  const names = layout.entries.map(({ name }) => name);
  const [loss, gradient, output] = tf.tidy(() => {
    const images = tf.tensor4d(pixels, [classes.length, inputPx, inputPx, 1]);
    const labels = tf.tensor1d(classes, 'int32');
    const tensors = toEngine(unflatten(layout, weights));
    let seen: tf.Tensor | undefined;
    const lossOf = (...values: tf.Tensor[]) => {
      const named = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
      const output = objective.output(named, encodeForTraining(spec, named, images));
      seen = tf.keep(output.clone());
      return objective.loss(output, labels);
    };
    const { value, grads } = tf.valueAndGrads(lossOf)(names.map((name) => tensors[name]!));
    return [value, tf.concat(grads.map((each) => tf.reshape(each, [-1]))), seen!];
  });
  try {
    const [losses, gradients, outputs] = await Promise.all([loss.data(), gradient.data(), output.data()]);
    return {
      loss: losses[0]!,
      gradient: gradients as Float32Array,
      output: outputs as Float32Array,
    };
  } finally {
    tf.dispose([loss, gradient, output]);
  }
}

/** Named tensors on the engine. @returns Caller disposes. */
export function toEngine(tensors: NetTensors): Weights {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, data }]) => [name, tf.tensor(data, [...shape])]),
  );
}
