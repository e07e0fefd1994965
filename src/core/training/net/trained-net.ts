import type { Emotion } from '../../emotion/emotion.ts';
import type { EncoderSpec } from './encoder-spec.ts';

/** Numbers of one named tensor, row-major. The shape that weights have on disk as well. */
export interface TensorData {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** All named tensors of a net: weights, and the statistics of its batch norms. */
export type NetTensors = Readonly<Record<string, TensorData>>;

/** One point of the loss curve: the mean over an epoch. */
export interface EpochLoss {
  readonly stage: string;
  readonly epoch: number;
  readonly loss: number;
}

/** As much of a net as is needed to read a face. */
export type ReadableNet = Pick<TrainedNet, 'encoder' | 'tensors' | 'classes'>;

/** What val said of a head, or of an epoch of fine-tuning; 0 is before its first step. */
export interface ValLoss {
  readonly stage: string;
  readonly epoch: number;
  /** Mean cross-entropy on the children of val, in nats. */
  readonly loss: number;
  /** On the same children, 0 to 1; null where it was not measured. */
  readonly balancedAccuracy: number | null;
}

/** What a run leaves behind: all that is needed to read a face, and how it got there. */
export interface TrainedNet {
  readonly encoder: EncoderSpec;
  /** As named by `encoderShapes`, and `head.weight` [features, classes], `head.bias` [classes]. */
  readonly tensors: NetTensors;
  /** In the order of the head's columns. */
  readonly classes: readonly Emotion[];
  readonly history: readonly EpochLoss[];
  /** What its choices were made by. */
  readonly valLosses: readonly ValLoss[];
}
