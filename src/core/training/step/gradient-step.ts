import * as tf from '@tensorflow/tfjs-core';
import type { Peers } from '../../engine/wasm-workers/peers.ts';
import type { EncoderSpec } from '../net/encoder-spec.ts';
import { type ParameterLayout, unflatten } from '../net/parameters.ts';
import type { NetTensors } from '../net/trained-net.ts';
import { encodeForTraining, type Weights } from '../net/training-encoder.ts';
import { gatherRows } from './gather-rows.ts';
import type { Answers, LossKind, Objective } from './objective.ts';

/** Images of a batch as they go to the engine. Views of one image lie next to each other. */
export interface Batch {
  /** Row-major [rows, inputPx, inputPx], 0 to 1. */
  readonly pixels: Float32Array;
  /** Column of each row's class. */
  readonly classes: Int32Array;
  /** Number of the image in the batch that a row is a view of. */
  readonly images: Int32Array;
  /** Row-major [rows, classes of the model]: how probable each class is for the row. */
  readonly targets: Float32Array;
}

export interface LossAndGradient {
  /** The sum of the terms times their weights, in nats. */
  readonly loss: number;
  /** As the weights are laid out. */
  readonly gradient: Float32Array;
  /** Each term of the objective by its kind, before its weight, in nats. */
  readonly parts: Readonly<Partial<Record<LossKind, number>>>;
  /** What the contrastive term was taken of: row-major [rows, dims]; null without one. */
  readonly embeddings: Float32Array | null;
}

/** How the gradient of a batch is computed: `lossAndGradient`, or several threads that do it together. */
export type ComputeGradient = (
  spec: EncoderSpec,
  objective: Objective,
  layout: ParameterLayout,
  weights: Float32Array,
  batch: Batch,
) => Promise<LossAndGradient>;

/**
 * Loss and gradient of one batch. Leaves no tensor behind.
 *
 * @param batch With peers, its pixels are those of this thread's rows; all else is the whole batch's.
 * @param peers Threads that have the other rows. The gradient is then a part of a sum over all of them; loss and embeddings
 *   are those of the whole batch, the same on each.
 */
export async function lossAndGradient(
  spec: EncoderSpec,
  objective: Objective,
  layout: ParameterLayout,
  weights: Float32Array,
  batch: Batch,
  peers?: Peers,
): Promise<LossAndGradient> {
  const memory = stepMemory(layout, weights, batch);
  const { loss, gradient, seen } = stepTensors(spec, objective, layout, memory, batch, peers);
  try {
    const [losses, gradients] = await Promise.all([loss.data(), gradient.data()]);
    return { loss: losses[0]!, gradient: gradients as Float32Array, ...(await read(seen)) };
  } finally {
    tf.dispose([loss, gradient, ...seen.flatMap(({ value, output }) => [value, output])]);
  }
}

/** The numbers that a step is computed from, as they go to the engine: pixels, classes, targets, and each weight by its name. */
export function stepMemory(
  layout: ParameterLayout,
  weights: Float32Array,
  { pixels, classes, targets }: Batch,
): readonly StepNumbers[] {
  const named = unflatten(layout, weights);
  return [pixels, classes, targets, ...layout.entries.map(({ name }) => named[name]!.data)];
}

export type StepNumbers = Float32Array | Int32Array;

/** What a step computes, still on the engine. */
export interface StepTensors {
  /** Scalar. */
  readonly loss: tf.Tensor;
  /** Shape [weights]. */
  readonly gradient: tf.Tensor1D;
  readonly seen: readonly SeenTerm[];
}

/**
 * Makes the step's operations, and reads nothing.
 *
 * @param memory As `stepMemory` gives it.
 * @param batch Of this, which row is a view of which image is used; all numbers are those of `memory`.
 * @returns Caller disposes.
 */
export function stepTensors(
  spec: EncoderSpec,
  objective: Objective,
  layout: ParameterLayout,
  memory: readonly StepNumbers[],
  { classes: { length: rows }, images }: Pick<Batch, 'classes' | 'images'>,
  peers?: Peers,
): StepTensors {
  const { inputPx } = spec;
  const [pixels, classes, targets, ...weights] = memory as [Float32Array, Int32Array, Float32Array, ...Float32Array[]];
  const names = layout.entries.map(({ name }) => name);
  const seen: SeenTerm[] = [];
  const [loss, gradient] = tf.tidy(() => {
    const faces = tf.tensor4d(pixels, [peers?.rows[peers.rank] ?? rows, inputPx, inputPx, 1]);
    const answers: Answers = {
      classes: tf.tensor1d(classes, 'int32'),
      images,
      targets: tf.tensor2d(targets, [rows, targets.length / rows]),
    };
    const tensors = layout.entries.map(({ shape }, index) => tf.tensor(weights[index]!, [...shape]));
    const lossOf = (...values: tf.Tensor[]) => {
      const named = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
      const features = encodeForTraining(spec, named, faces, { peers });
      const terms = objective.terms.map(({ kind, weight, output, loss: lossOfTerm }) => {
        const own = output(named, features, peers);
        const out = peers ? gatherRows(own, peers) : own;
        const value = lossOfTerm(out, answers);
        seen.push({ kind, value: tf.keep(value.clone()), output: tf.keep(out.clone()) });
        return tf.mul(value, weight) as tf.Scalar;
      });
      return tf.addN(terms) as tf.Scalar;
    };
    const { value, grads } = tf.valueAndGrads(lossOf)(tensors);
    return [value, tf.concat(grads.map((each) => tf.reshape(each, [-1])))];
  });
  return { loss, gradient, seen } as StepTensors;
}

/** One term of the objective, as it came out. */
export interface SeenTerm {
  readonly kind: LossKind;
  readonly value: tf.Scalar;
  readonly output: tf.Tensor2D;
}

async function read(seen: readonly SeenTerm[]): Promise<Pick<LossAndGradient, 'parts' | 'embeddings'>> {
  const values = await Promise.all(seen.map(async ({ kind, value }) => [kind, (await value.data())[0]!]));
  const contrastive = seen.find(({ kind }) => kind === 'contrastive');
  return {
    parts: Object.fromEntries(values),
    embeddings: contrastive ? ((await contrastive.output.data()) as Float32Array) : null,
  };
}

/** Named tensors on the engine. @returns Caller disposes. */
export function toEngine(tensors: NetTensors): Weights {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, data }]) => [name, tf.tensor(data, [...shape])]),
  );
}
