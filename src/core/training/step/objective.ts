import * as tf from '@tensorflow/tfjs-core';
import type { Peers } from '../../engine/wasm-workers/peers.ts';
import type { Learner } from '../learners.ts';
import { crossEntropyLoss } from '../losses/cross-entropy-loss.ts';
import { ntXentLoss } from '../losses/nt-xent-loss.ts';
import { supConLoss } from '../losses/sup-con-loss.ts';
import { featureCount } from '../net/encoder.ts';
import { applyHead, initialiseHead } from '../net/head.ts';
import { initialiseProjector, project } from '../net/projector.ts';
import type { NetTensors } from '../net/trained-net.ts';
import type { Weights } from '../net/training-encoder.ts';
import type { TrainingConfig } from '../training-config.ts';
import type { Random } from '../views/random.ts';

/** What a run minimises: the sum of its terms, each times its weight, over one encoder. */
export interface Objective {
  /** What it was made from; another thread can make it again from this. */
  readonly config: TrainingConfig;
  /** One or more, no two of one kind. */
  readonly terms: readonly LossTerm[];
}

export type LossKind = 'contrastive' | 'crossEntropy';

/** One loss, with what it puts on top of the encoder. */
export interface LossTerm {
  readonly kind: LossKind;
  /** Above 0. */
  readonly weight: number;
  /** Whether its loss asks which row is a view of which image. */
  readonly readsImages: boolean;
  /** Weights on top of the encoder, to start from. */
  initialise(random: Random): NetTensors;
  /**
   * Logits or embeddings.
   *
   * @param features Shape [rows, features].
   * @param peers Threads that have the other rows of the batch.
   * @returns Shape [rows, columns]. Caller disposes.
   */
  output(weights: Weights, features: tf.Tensor2D, peers?: Peers): tf.Tensor2D;
  /** @param output Of the whole batch. @returns Scalar in nats, before its weight. Caller disposes. */
  loss(output: tf.Tensor2D, answers: Answers): tf.Scalar;
}

/** What is known of a batch's rows. */
export interface Answers {
  /** Shape [rows], int32: column of the class. */
  readonly classes: tf.Tensor1D;
  /** Number of the image in the batch that each row is a view of. */
  readonly images: Int32Array;
  /** Shape [rows, classes]: how probable each class is for the row; sums to 1. */
  readonly targets: tf.Tensor2D;
}

/** Each learner's own loss. */
const OWN_TERM: Readonly<Record<Learner, (config: TrainingConfig) => LossTerm>> = {
  'cross-entropy': (config) => crossEntropyTerm(config, 1),
  simclr: (config) =>
    contrastiveTerm(config, true, (embeddings, { images }) =>
      comeInPairs(images)
        ? ntXentLoss(embeddings, images, config)
        : // An image that had to enter more than once has more than two views: all of them are its positives.
          tf.tidy(() => supConLoss(embeddings, tf.tensor1d(images, 'int32'), config)),
    ),
  supcon: (config) =>
    contrastiveTerm(config, false, (embeddings, { classes }) => supConLoss(embeddings, classes, config)),
};

function comeInPairs(images: Int32Array): boolean {
  const views = new Map<number, number>();
  for (const image of images) views.set(image, (views.get(image) ?? 0) + 1);
  return [...views.values()].every((count) => count <= 2);
}

/** The objective of a learner: its own loss, and for a contrastive one cross-entropy beside it where that has a weight. */
export function objectiveOf(config: TrainingConfig): Objective {
  const { learner, crossEntropyWeight } = config;
  const joint = crossEntropyWeight > 0 ? [crossEntropyTerm(config, crossEntropyWeight)] : [];
  return { config, terms: [OWN_TERM[learner](config), ...joint] };
}

/** Whether a run with this objective leaves a trained head behind. */
export function trainsHead({ terms }: Objective): boolean {
  return terms.some(({ kind }) => kind === 'crossEntropy');
}

function crossEntropyTerm(config: TrainingConfig, weight: number): LossTerm {
  return {
    kind: 'crossEntropy',
    weight,
    readsImages: false,
    initialise: () => initialiseHead(featureCount(config.encoder), config.classes.length),
    output: applyHead,
    loss: (logits, { targets }) => crossEntropyLoss(logits, targets, config),
  };
}

function contrastiveTerm(config: TrainingConfig, readsImages: boolean, loss: LossTerm['loss']): LossTerm {
  return {
    kind: 'contrastive',
    weight: config.contrastiveWeight,
    readsImages,
    initialise: (random) => initialiseProjector(featureCount(config.encoder), config.projectionDims, random),
    output: project,
    loss,
  };
}
