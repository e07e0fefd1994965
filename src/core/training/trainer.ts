import type { FaceSet } from '../dataset/faces/face-set.ts';
import { type Failure, failure } from '../words/failure.ts';
import type { Checkpoint, RunIdentity } from './checkpoint.ts';
import { type LogRecord, stageRecord, warningRecord } from './log-record.ts';
import { initialiseEncoder } from './net/encoder.ts';
import { fitHead, withStatistics } from './net/finish-net.ts';
import { layOut, unflatten } from './net/parameters.ts';
import { startWeights } from './net/start-weights.ts';
import type { NetTensors, ReadableNet, TrainedNet } from './net/trained-net.ts';
import { type ImagePools, imagePools } from './regimes/image-pools.ts';
import { checkpointOf, type RunState, stateAtStart, stateFrom } from './run-state.ts';
import { saying } from './said.ts';
import { type Stage, stagesOf } from './stages.ts';
import { type ComputeGradient, lossAndGradient } from './step/gradient-step.ts';
import { stepClock } from './step/step-clock.ts';
import { trainStage } from './train-stage.ts';
import type { TrainingConfig } from './training-config.ts';
import { valChildren, valLossOf } from './val-loss.ts';
import { PURPOSES, randomAt } from './views/random.ts';

/** Images of a run. What the model is tested on is not among them. */
export interface TrainingData {
  readonly train: FaceSet;
  /** What choices are made by: the penalty of the linear head, and when fine-tuning ends. */
  readonly val: FaceSet;
}

/** What the trainer needs of an AbortSignal; no environment-free type library names that. */
interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
}

/** What a run is given by a caller who knows screen and disk. */
export interface TrainingOptions {
  /** An AbortSignal. Aborting it ends the run after the step under way, with a checkpoint. */
  readonly signal: StopSignal;
  /** Called at the end of every epoch, once a minute and when stopped; the run waits for it, and ends with its error. */
  readonly saveCheckpoint: (checkpoint: Checkpoint) => Promise<void> | void;
  /** Where to go on; null starts anew. */
  readonly checkpoint: Checkpoint | null;
  /** Clock of the log, in milliseconds. It decides when a checkpoint is due, and nothing of what is learned. */
  readonly now: () => number;
  readonly identity: RunIdentity;
  /** How gradients are computed; by default on the engine of this thread, whole batches at once. */
  readonly gradient?: ComputeGradient;
  /** The net that `config.startFrom` names. */
  readonly start?: ReadableNet | null;
}

/**
 * One training run, on whatever engine has been started: the stages of its regime and learner, each from the weights of
 * the one before. The same configuration, images and engine give the same weights, stopped and resumed or not.
 *
 * @yields Records of the log as they happen.
 * @returns The net: averaged weights, batch-norm statistics and head.
 * @throws The signal's reason when stopped, after a checkpoint.
 * @throws TrainingFailure when the run collapses, its loss is not finite, or the checkpoint is of another run.
 * @throws FailureError when the images or the steps do not allow the run; RangeError for a start that is missing or too much.
 */
export async function* train(
  config: TrainingConfig,
  data: TrainingData,
  options: TrainingOptions,
): AsyncGenerator<LogRecord, TrainedNet> {
  const { now, checkpoint, gradient = lossAndGradient } = options;
  if ((config.startFrom === null) !== !options.start) {
    throw new RangeError('a net to start from was expected exactly where config.startFrom names one');
  }
  const pools = imagePools(data.train, config);
  const stages = stagesOf(config, pools);
  const clock = stepClock(now);
  for (const each of pools.warnings) yield warningRecord(saying(each), now());

  let net: NetTensors = {};
  let before: Pick<RunState, 'history' | 'valLosses' | 'start'> = { history: [], valLosses: [], start: null };
  for (const [index, stage] of stages.entries()) {
    if (checkpoint && index < checkpoint.stage) continue;
    const initial = initialWeights(config, stage, index === 0 ? (options.start ?? null) : null, net);
    const layout = layOut(initial);
    const isResumed = checkpoint?.stage === index;
    const state = isResumed
      ? stateFrom(checkpoint, config, options.identity, layout)
      : stateAtStart(index, layout, initial, config, before);
    yield stageRecord(stage.name, saying(introduction(stage)), now());
    const { step } = state.optimiser;
    if (step > 0) yield stageRecord(stage.name, saying(failure('runLog.goes-on', { step })), now());
    const averaged = () => withStatistics(config.encoder, unflatten(layout, state.average.slice()), data.train, pools);
    const val = stage.stopsEarly ? valChildren(data.val, config) : null;
    yield* trainStage(stage, state, {
      config,
      layout,
      gradient,
      now,
      clock,
      faces: data.train,
      save: async () => options.saveCheckpoint(checkpointOf(state, config, options.identity)),
      throwIfStopped() {
        if (options.signal.aborted) throw options.signal.reason;
      },
      valLoss: async () => valLossOf(config, await averaged(), val!),
      stepsAfter: stages.slice(index + 1).reduce((sum, { steps }) => sum + steps, 0),
    });
    net = unflatten(layout, state.average.slice());
    before = state;
    if (stage.thenFitsHead) net = yield* withFittedHead(config, net, data, pools, state, now);
  }
  yield stageRecord('statistics', saying(failure('runLog.measuring-statistics')), now());
  const tensors = await withStatistics(config.encoder, withoutProjector(net), data.train, pools);
  const { history, valLosses } = before;
  return { encoder: config.encoder, tensors, classes: config.classes, history, valLosses };
}

/** Freshly drawn, except for what the net to start from, or the stage before, has already learned. */
function initialWeights(
  config: TrainingConfig,
  { objective }: Stage,
  start: ReadableNet | null,
  before: NetTensors,
): NetTensors {
  const random = randomAt(config.seed, PURPOSES.weights);
  const encoder = initialiseEncoder(config.encoder, random);
  const fresh: NetTensors = Object.assign({}, encoder, ...objective.terms.map((term) => term.initialise(random)));
  const given = start ? startWeights(fresh, start, config) : fresh;
  return Object.fromEntries(Object.keys(given).map((name) => [name, before[name] ?? given[name]!]));
}

/** Fits the classifier on the frozen encoder. */
async function* withFittedHead(
  config: TrainingConfig,
  net: NetTensors,
  data: TrainingData,
  pools: ImagePools,
  { valLosses }: RunState,
  now: () => number,
): AsyncGenerator<LogRecord, NetTensors> {
  const tell = (text: Failure) => stageRecord('head', saying(text), now());
  yield tell(fittingHead(config, pools));
  const tensors = await withStatistics(config.encoder, withoutProjector(net), data.train, pools);
  const head = await fitHead(config, tensors, data.train, data.val, pools);
  valLosses.push({ stage: 'head', epoch: 0, loss: head.valLoss });
  yield tell(failure('runLog.head-fitted', { penalty: head.penalty, loss: head.valLoss }));
  return { ...tensors, ...head.tensors };
}

function withoutProjector(tensors: NetTensors): NetTensors {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => !name.startsWith('projector.')));
}

function fittingHead({ headFittedOn }: TrainingConfig, { childRows }: ImagePools): Failure {
  if (childRows.length === 0) return failure('runLog.fitting-head-on-adults');
  return headFittedOn === 'children'
    ? failure('runLog.fitting-head-on-children')
    : failure('runLog.fitting-head-on-both');
}

function introduction({ objective, images: { children, adults }, steps, sampler }: Stage): Failure {
  const { learner } = objective.config;
  const both = { learner, children, adults, steps, epoch: sampler.stepsPerEpoch };
  if (adults === 0) return failure('runLog.begins-on-children', both);
  return children === 0 ? failure('runLog.begins-on-adults', both) : failure('runLog.begins-on-both', both);
}
