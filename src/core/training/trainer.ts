import * as tf from '@tensorflow/tfjs-core';
import type { FaceSet } from '../dataset/face-set.ts';
import { drawBatch } from './batch-images.ts';
import { type Checkpoint, type RunIdentity, requireSameRun } from './checkpoint.ts';
import { embeddingSpread, watchForCollapse } from './collapse.ts';
import { initialiseEncoder } from './encoder.ts';
import { TrainingFailure } from './failures.ts';
import { fitHead, withStatistics } from './finish-net.ts';
import { type ComputeGradient, lossAndGradient } from './gradient-step.ts';
import { learningRateAt } from './learning-rate.ts';
import type { LogRecord } from './log-record.ts';
import { objectiveOf, trainsHead } from './objective.ts';
import { adamWStep, clipToNorm, initialOptimiserState, type OptimiserState } from './optimiser.ts';
import { flatten, layOut, type ParameterLayout, unflatten } from './parameters.ts';
import { PURPOSES, randomAt } from './random.ts';
import { imagePools } from './regimes/image-pools.ts';
import { REGIMES } from './regimes/regimes.ts';
import { stepClock } from './step-clock.ts';
import type { EpochLoss, NetTensors, TrainedNet } from './trained-net.ts';
import type { TrainingConfig } from './training-config.ts';
import { averageWeights } from './weight-average.ts';

/** Images of a run. What the model is tested on is not among them. */
export interface TrainingData {
  readonly train: FaceSet;
  /** For choices: the penalty of the linear head. */
  readonly val: FaceSet;
}

/** What the trainer needs of an AbortSignal; no environment-free type library names that. */
interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
}

/** What a run is given by those who know screen and disk. */
export interface TrainingOptions {
  /** An AbortSignal. Aborting it ends the run after the step under way, with a checkpoint. */
  readonly signal: StopSignal;
  /** Called at the end of every epoch and when stopped; the run waits for it. */
  readonly saveCheckpoint: (checkpoint: Checkpoint) => Promise<void> | void;
  /** Where to go on; null starts anew. */
  readonly checkpoint: Checkpoint | null;
  /** Clock of the log, in milliseconds. It decides nothing. */
  readonly now: () => number;
  readonly identity: RunIdentity;
  /** How gradients are computed; by default on the engine of this thread, whole batches at once. */
  readonly gradient?: ComputeGradient;
}

/** What changes with every step. */
interface RunState {
  readonly weights: Float32Array;
  readonly average: Float32Array;
  readonly optimiser: OptimiserState;
  readonly history: EpochLoss[];
  epochLossSum: number;
}

/**
 * One training run, on whatever engine has been started. The same configuration, images and engine give the same
 * weights, stopped and resumed or not.
 *
 * @yields Records of the log as they happen.
 * @returns The net: averaged weights, batch-norm statistics and head.
 * @throws The signal's reason when stopped, after a checkpoint.
 * @throws TrainingFailure when the run collapses, its loss is not finite, or the checkpoint is of another run.
 * @throws RangeError when the images do not allow the run.
 */
export async function* train(
  config: TrainingConfig,
  data: TrainingData,
  options: TrainingOptions,
): AsyncGenerator<LogRecord, TrainedNet> {
  const { now, gradient: computeGradient = lossAndGradient } = options;
  const pools = imagePools(data.train, config);
  const sampler = REGIMES[config.regime](pools, config);
  const objective = objectiveOf(config);
  const steps = Math.min(sampler.stepsPerEpoch * config.epochs, config.maxSteps ?? Number.POSITIVE_INFINITY);

  const random = randomAt(config.seed, PURPOSES.weights);
  const onTop = objective.terms.map((term) => term.initialise(random));
  const initial: NetTensors = Object.assign(initialiseEncoder(config.encoder, random), ...onTop);
  const layout = layOut(initial);
  const state = startOrResume(layout, initial, config, options);

  yield {
    kind: 'stage',
    stage: objective.stage,
    message:
      `${config.learner}, ${config.regime}: ${pools.childRows.length} child and ${pools.adultRows.length} adult images, ` +
      `${steps} steps, ${sampler.stepsPerEpoch} an epoch` +
      (state.optimiser.step > 0 ? `; going on after step ${state.optimiser.step}` : ''),
    atMs: now(),
  };
  for (const message of sampler.warnings) yield { kind: 'warning', message, atMs: now() };

  const checkSpread = watchForCollapse();
  const clock = stepClock(now);
  while (state.optimiser.step < steps) {
    if (options.signal.aborted) {
      await options.saveCheckpoint(checkpointOf(state, config, options.identity));
      throw options.signal.reason;
    }
    const step = state.optimiser.step;
    const batch = drawBatch(data.train, sampler.batch(step), step, config);
    const result = await computeGradient(config.encoder, objective, layout, state.weights, batch);
    const { loss, gradient, parts, embeddings } = result;
    const norm = clipToNorm(gradient, config.clipNorm);
    if (!Number.isFinite(loss) || !Number.isFinite(norm)) {
      throw new TrainingFailure(
        'loss-not-finite',
        `at step ${step + 1} the loss was ${loss} and the gradient's norm ${norm}: lower the learning rate (${config.learningRate}) or clipNorm (${config.clipNorm})`,
      );
    }
    const rows = batch.classes.length;
    if (embeddings) checkSpread(parts.contrastive!, rows, embeddingSpread(embeddings, rows));

    const learningRate = learningRateAt(step, steps, config);
    adamWStep(layout, state.weights, gradient, state.optimiser, { learningRate, weightDecay: config.weightDecay });
    averageWeights(state.average, state.weights, step + 1, config.emaDecay);
    state.epochLossSum += loss;

    const epoch = Math.floor(step / sampler.stepsPerEpoch) + 1;
    const leftMs = clock.leftMs(steps - step - 1);
    yield {
      kind: 'step',
      stage: objective.stage,
      step: step + 1,
      steps,
      epoch,
      loss,
      ...(objective.terms.length > 1 ? parts : {}),
      learningRate,
      atMs: now(),
      leftMs,
    };
    const stepsOfEpoch = (step % sampler.stepsPerEpoch) + 1;
    if (stepsOfEpoch === sampler.stepsPerEpoch || step + 1 === steps) {
      state.history.push({ stage: objective.stage, epoch, loss: state.epochLossSum / stepsOfEpoch });
      state.epochLossSum = 0;
      await options.saveCheckpoint(checkpointOf(state, config, options.identity));
    }
    // Lets a stop, a message or a timer in between two steps.
    await tf.nextFrame();
  }

  yield { kind: 'stage', stage: 'statistics', message: 'measuring batch-norm statistics', atMs: now() };
  const named = unflatten(layout, state.average.slice());
  const tensors = await withStatistics(config.encoder, named, data.train, pools);
  const withoutProjector = Object.fromEntries(
    Object.entries(tensors).filter(([name]) => !name.startsWith('projector.')),
  );
  if (trainsHead(objective)) return finished(config, withoutProjector, state.history);

  yield { kind: 'stage', stage: 'head', message: `fitting the linear head on ${config.headFittedOn}`, atMs: now() };
  const head = await fitHead(config, tensors, data.train, data.val, pools);
  yield {
    kind: 'stage',
    stage: 'head',
    message: `penalty ${head.penalty}, loss on the children of val ${head.valLoss.toFixed(3)}`,
    atMs: now(),
  };
  return finished(config, { ...withoutProjector, ...head.tensors }, state.history);
}

function startOrResume(
  layout: ParameterLayout,
  initial: NetTensors,
  config: TrainingConfig,
  { checkpoint, identity }: TrainingOptions,
): RunState {
  if (!checkpoint) {
    const weights = flatten(layout, initial);
    return {
      weights,
      average: weights.slice(),
      optimiser: initialOptimiserState(layout.size),
      history: [],
      epochLossSum: 0,
    };
  }
  requireSameRun(checkpoint, config, identity, layout.size);
  return {
    weights: checkpoint.weights.slice(),
    average: checkpoint.average.slice(),
    optimiser: {
      step: checkpoint.step,
      mean: checkpoint.optimiserMean.slice(),
      square: checkpoint.optimiserSquare.slice(),
    },
    history: [...checkpoint.history],
    epochLossSum: checkpoint.epochLossSum,
  };
}

/** A copy: the run goes on changing its own. */
function checkpointOf(state: RunState, config: TrainingConfig, identity: RunIdentity): Checkpoint {
  return {
    formatVersion: 1,
    identity,
    config,
    step: state.optimiser.step,
    weights: state.weights.slice(),
    average: state.average.slice(),
    optimiserMean: state.optimiser.mean.slice(),
    optimiserSquare: state.optimiser.square.slice(),
    history: [...state.history],
    epochLossSum: state.epochLossSum,
  };
}

function finished(
  { encoder, classes }: TrainingConfig,
  tensors: NetTensors,
  history: readonly EpochLoss[],
): TrainedNet {
  return { encoder, tensors, classes, history };
}
