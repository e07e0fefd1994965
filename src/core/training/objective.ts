import type * as tf from '@tensorflow/tfjs-core';
import { featureCount } from './encoder.ts';
import { applyHead, initialiseHead } from './head.ts';
import { crossEntropyLoss } from './losses/cross-entropy-loss.ts';
import { supConLoss } from './losses/sup-con-loss.ts';
import { initialiseProjector, project } from './projector.ts';
import type { Random } from './random.ts';
import type { NetTensors } from './trained-net.ts';
import type { Learner, TrainingConfig } from './training-config.ts';
import type { Weights } from './training-encoder.ts';

/** What a learner puts on top of the encoder, and what it asks of the result. */
export interface Objective {
  /** Name of its part of the run, as the log shows it. */
  readonly stage: string;
  /** Weights on top of the encoder, to start from. */
  initialise(random: Random): NetTensors;
  /** Logits or embeddings. @param features Shape [rows, features]. @returns Shape [rows, columns]. Caller disposes. */
  output(weights: Weights, features: tf.Tensor2D): tf.Tensor2D;
  /** @param classes Shape [rows], int32. @returns Scalar in nats. Caller disposes. */
  loss(output: tf.Tensor2D, classes: tf.Tensor1D): tf.Scalar;
}

/** The objective of a learner. */
export function objectiveOf(config: TrainingConfig): Objective {
  const features = featureCount(config.encoder);
  const objectives: Record<Learner, Objective> = {
    'cross-entropy': {
      stage: 'training',
      initialise: () => initialiseHead(features, config.classes.length),
      output: applyHead,
      loss: (logits, classes) => crossEntropyLoss(logits, classes, config),
    },
    supcon: {
      stage: 'pretraining',
      initialise: (random) => initialiseProjector(features, config.projectionDims, random),
      output: project,
      loss: (embeddings, classes) => supConLoss(embeddings, classes, config),
    },
  };
  return objectives[config.learner];
}
