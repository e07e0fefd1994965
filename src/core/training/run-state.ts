import { type Checkpoint, type RunIdentity, requireSameRun } from './checkpoint.ts';
import { flatten, type ParameterLayout } from './net/parameters.ts';
import type { EpochLoss, NetTensors, ValLoss } from './net/trained-net.ts';
import { initialOptimiserState, type OptimiserState } from './step/optimiser.ts';
import type { TrainingConfig } from './training-config.ts';

/** What changes with every step of a stage. */
export interface RunState {
  /** Number of the stage, from 0. */
  readonly stage: number;
  readonly weights: Float32Array;
  readonly average: Float32Array;
  readonly optimiser: OptimiserState;
  /** What weights decay towards; null for 0. */
  readonly start: Float32Array | null;
  /** Over the whole run. */
  readonly history: EpochLoss[];
  readonly valLosses: ValLoss[];
  epochLossSum: number;
  /** Of the stage; null where none is judged, or none was good enough yet. */
  best: BestEpoch | null;
  /** Time spent on the run so far without the pauses. */
  trainedMs: number;
  /** Step of the stage after which its time was up; null while there is some. */
  endsAtStep: number | null;
  /** What the learning rate is multiplied by: halved each time that the loss was not finite. */
  rateFactor: number;
}

/** What a stage takes over from the one before. */
export type Before = Pick<RunState, 'history' | 'valLosses' | 'start' | 'trainedMs' | 'rateFactor'>;

/** The averaged weights that val liked most. */
export interface BestEpoch {
  /** 0 for those that the stage started from. */
  readonly epoch: number;
  /** Mean cross-entropy on the children of val, in nats. */
  readonly valLoss: number;
  readonly average: Float32Array;
}

/** A stage before its first step. */
export function stateAtStart(
  stage: number,
  layout: ParameterLayout,
  initial: NetTensors,
  { l2ToStart, startFrom }: Pick<TrainingConfig, 'l2ToStart' | 'startFrom'>,
  before: Before,
): RunState {
  const weights = flatten(layout, initial);
  const isAnchored = l2ToStart > 0 && (startFrom !== null || stage > 0);
  return {
    stage,
    weights,
    average: weights.slice(),
    optimiser: initialOptimiserState(layout.size),
    history: before.history,
    valLosses: before.valLosses,
    epochLossSum: 0,
    best: null,
    start: isAnchored ? weights.slice() : null,
    trainedMs: before.trainedMs,
    endsAtStep: null,
    rateFactor: before.rateFactor,
  };
}

/** A stage as it was saved. @throws TrainingFailure "other-run" if the checkpoint is of another run. */
export function stateFrom(
  checkpoint: Checkpoint,
  config: TrainingConfig,
  identity: RunIdentity,
  layout: ParameterLayout,
): RunState {
  requireSameRun(checkpoint, config, identity, layout.size);
  return {
    stage: checkpoint.stage,
    weights: checkpoint.weights.slice(),
    average: checkpoint.average.slice(),
    optimiser: {
      step: checkpoint.step,
      mean: checkpoint.optimiserMean.slice(),
      square: checkpoint.optimiserSquare.slice(),
    },
    start: checkpoint.start,
    history: [...checkpoint.history],
    valLosses: [...checkpoint.valLosses],
    epochLossSum: checkpoint.epochLossSum,
    best: checkpoint.best,
    trainedMs: checkpoint.trainedMs,
    endsAtStep: checkpoint.endsAtStep,
    rateFactor: checkpoint.rateFactor,
  };
}

/** Puts a stage back to where a checkpoint of it was; the time that was spent since stays spent. */
export function rewind(state: RunState, checkpoint: Checkpoint): void {
  state.weights.set(checkpoint.weights);
  state.average.set(checkpoint.average);
  state.optimiser.step = checkpoint.step;
  state.optimiser.mean.set(checkpoint.optimiserMean);
  state.optimiser.square.set(checkpoint.optimiserSquare);
  state.history.splice(0, state.history.length, ...checkpoint.history);
  state.valLosses.splice(0, state.valLosses.length, ...checkpoint.valLosses);
  state.epochLossSum = checkpoint.epochLossSum;
  state.best = checkpoint.best;
}

/** A copy: the run goes on changing its own. */
export function checkpointOf(state: RunState, config: TrainingConfig, identity: RunIdentity): Checkpoint {
  return {
    formatVersion: 3,
    identity,
    config,
    stage: state.stage,
    step: state.optimiser.step,
    weights: state.weights.slice(),
    average: state.average.slice(),
    optimiserMean: state.optimiser.mean.slice(),
    optimiserSquare: state.optimiser.square.slice(),
    start: state.start,
    history: [...state.history],
    valLosses: [...state.valLosses],
    epochLossSum: state.epochLossSum,
    best: state.best,
    trainedMs: state.trainedMs,
    endsAtStep: state.endsAtStep,
    rateFactor: state.rateFactor,
  };
}
