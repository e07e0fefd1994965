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
  /** What the reader of the result has to know about the images, in sentences. */
  readonly warnings: readonly string[];
  /** @param step From 0, counted over the whole run. */
  batch(step: number): BatchViews;
}

/** Decides which images make up the batches of a run. */
export type Regime = (pools: ImagePools, config: TrainingConfig) => BatchSampler;
