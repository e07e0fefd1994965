import type { Failure } from '../../words/failure.ts';
import type { TrainingConfig } from '../training-config.ts';
import type { ImagePools } from './image-pools.ts';

/** What a mini-batch is made of: one entry a view, before the view is drawn. */
export interface BatchViews {
  /** Row in the face set. */
  readonly rows: Int32Array;
  /** Column of the image's class in config.classes. */
  readonly classes: Int32Array;
  /** Number of the image in the batch, from 0; an adult that enters as a view of a child carries the child's. */
  readonly images: Int32Array;
}

/** Batches by number: the same step always gives the same batch, so a resumed run needs no sampler state. */
export interface BatchSampler {
  readonly stepsPerEpoch: number;
  /** What the reader of the result has to know about the images. */
  readonly warnings: readonly Failure[];
  /** @param step From 0, counted over the whole part of the run. */
  batch(step: number): BatchViews;
}

/** Decides which images make up the batches. @throws FailureError if there are none of a kind that it needs. */
export type SamplerMaker = (pools: ImagePools, config: TrainingConfig) => BatchSampler;

/** A part of a run that has its own images, its own optimiser and its own schedule. */
export interface RegimePart {
  /** Whose images train; null where the run has a single part. */
  readonly name: string | null;
  readonly sampler: SamplerMaker;
  /** Share of the run's steps, 0 to 1; the shares of a regime sum to 1. */
  share(config: TrainingConfig): number;
}

/** One or more parts, each going on from the weights of the one before. Epochs are counted over the images of the last. */
export type Regime = readonly [...before: RegimePart[], last: RegimePart];
