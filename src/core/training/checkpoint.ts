import { TrainingFailure } from './failures.ts';
import type { EpochLoss, ValLoss } from './net/trained-net.ts';
import type { TrainingConfig } from './training-config.ts';

/** What a run must have in common with the one that it goes on with, beside its configuration. */
export interface RunIdentity {
  /** Hash of the split by subject. */
  readonly splitHash: string;
  /** Name and versions of the engine: another one rounds differently. */
  readonly engine: string;
}

/**
 * All that a run needs to go on as if nothing had happened. The state of its random numbers is the configuration's seed
 * and `step`: see random.ts.
 */
export interface Checkpoint {
  readonly formatVersion: 3;
  readonly identity: RunIdentity;
  readonly config: TrainingConfig;
  /** Number of the stage, from 0. */
  readonly stage: number;
  /** Optimiser steps made in it. */
  readonly step: number;
  /** Flat vectors, laid out by parameters.ts. */
  readonly weights: Float32Array;
  readonly average: Float32Array;
  readonly optimiserMean: Float32Array;
  readonly optimiserSquare: Float32Array;
  /** What weights decay towards; null for 0. */
  readonly start: Float32Array | null;
  readonly history: readonly EpochLoss[];
  readonly valLosses: readonly ValLoss[];
  /** Sum of the losses of the epoch under way. */
  readonly epochLossSum: number;
  /** The averaged weights that val liked most, in a stage that stops early. */
  readonly best: { readonly epoch: number; readonly valLoss: number; readonly average: Float32Array } | null;
  /** Time spent on the run so far without the pauses. */
  readonly trainedMs: number;
  /** Step of the stage after which its time was up; null while there is some. */
  readonly endsAtStep: number | null;
  /** What the learning rate is multiplied by, after losses that were not finite. */
  readonly rateFactor: number;
}

/**
 * @throws TrainingFailure "other-run" if the checkpoint is of a run with another configuration, split, engine or size.
 */
export function requireSameRun(
  checkpoint: Checkpoint,
  config: TrainingConfig,
  identity: RunIdentity,
  size: number,
): void {
  const differing = [
    ...Object.keys(config).filter((key) => !isSame(config, checkpoint.config, key)),
    ...Object.keys(identity).filter((key) => !isSame(identity, checkpoint.identity, key)),
    ...(checkpoint.weights.length === size ? [] : ['number of weights']),
  ];
  if (differing.length === 0) return;
  throw new TrainingFailure(
    'other-run',
    `the checkpoint is of another run: ${differing.join(', ')} differ. Go on with the settings it was made with, or start anew without resuming.`,
  );
}

function isSame<T extends object>(a: T, b: T, key: string): boolean {
  return JSON.stringify(a[key as keyof T]) === JSON.stringify(b[key as keyof T]);
}
