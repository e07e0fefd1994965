import type { FaceSet } from '../dataset/faces/face-set.ts';
import { type Failure, failure } from '../words/failure.ts';
import { FailureError } from '../words/failure-error.ts';
import type { Checkpoint, RunIdentity } from './checkpoint.ts';
import { initialWeights } from './initial-weights.ts';
import { type LogRecord, stageRecord, type ValFigures, warningRecord } from './log-record.ts';
import { fitHead, type ShownImages, withStatistics } from './net/finish-net.ts';
import { layOut, unflatten } from './net/parameters.ts';
import type { NetTensors, ReadableNet, TrainedNet } from './net/trained-net.ts';
import type { Pause } from './pause.ts';
import { type ImagePools, imagePools } from './regimes/image-pools.ts';
import { type Before, checkpointOf, type RunState, stateAtStart, stateFrom } from './run-state.ts';
import { saying } from './said.ts';
import { type Stage, stagesOf } from './stages.ts';
import { type ComputeGradient, lossAndGradient } from './step/gradient-step.ts';
import { stepClock } from './step/step-clock.ts';
import { trainStage } from './train-stage.ts';
import type { TrainingConfig } from './training-config.ts';
import { type MeasureVal, valFiguresOf } from './val/val-figures.ts';
import { valChildren, valChildrenIn } from './val-loss.ts';

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
  /** Measures balanced accuracy on val; null leaves it out. */
  readonly measureVal?: MeasureVal | null;
  /** What the net to start from makes of val, where `config.valFloor` asks for it. */
  readonly floor?: ValFigures | null;
  /** Asked between two steps. */
  readonly pause?: Pause | null;
  /** Time that the steps may take, without pauses; null for as long as they take. */
  readonly budgetMs?: number | null;
}

/**
 * One training run, on whatever engine has been started: the stages of its regime and learner, each from the weights of
 * the one before. The same configuration, images and engine give the same weights, stopped and resumed or not.
 *
 * @yields Records of the log as they happen.
 * @returns The net: averaged weights, batch-norm statistics and head.
 * @throws The signal's reason when stopped, after a checkpoint.
 * @throws TrainingFailure when the run collapses, its loss is not finite, or the checkpoint is of another run.
 * @throws FailureError when the images or the steps do not allow the run, or none of its weights reach the floor; RangeError
 *   for a start or a floor that is missing or too much.
 */
export async function* train(
  config: TrainingConfig,
  data: TrainingData,
  options: TrainingOptions,
): AsyncGenerator<LogRecord, TrainedNet> {
  const { now, checkpoint, gradient = lossAndGradient, measureVal = null, floor = null, budgetMs = null } = options;
  if ((config.startFrom === null) !== !options.start) {
    throw new RangeError('a net to start from was expected exactly where config.startFrom names one');
  }
  if ((config.valFloor === 'start') !== (floor !== null)) {
    throw new RangeError('a floor on val was expected exactly where config.valFloor asks for one');
  }
  const pools = imagePools(data.train, config);
  const stages = stagesOf(config, pools);
  const clock = stepClock(now);
  for (const each of pools.warnings) yield warningRecord(saying(each), now());

  const shownIn = ({ sampler, firstStep, steps }: Stage): ShownImages => ({
    faces: data.train,
    pools,
    sampler,
    stepsBefore: firstStep + steps,
  });
  let net: NetTensors = {};
  let before: Before = { history: [], valLosses: [], start: null, trainedMs: 0, rateFactor: 1 };
  const allSteps = stages.reduce((sum, { steps }) => sum + steps, 0);
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
    const val = stage.stopsEarly ? valChildren(data.val, config) : valChildrenIn(data.val, config);
    const shown = shownIn(stage);
    const valFigures = async () => {
      const averaged = unflatten(layout, state.average.slice());
      const encoder = await withStatistics(config, withoutProjector(averaged), shown);
      const head = 'head.weight' in encoder ? {} : (await fitHead(config, encoder, data.val, shown)).tensors;
      return valFiguresOf({ ...config, tensors: { ...encoder, ...head } }, val!, measureVal);
    };
    yield* trainStage(stage, state, {
      config,
      layout,
      gradient,
      now,
      clock,
      faces: data.train,
      snapshot: () => checkpointOf(state, config, options.identity),
      save: async (each) => options.saveCheckpoint(each),
      throwIfStopped() {
        if (options.signal.aborted) throw options.signal.reason;
      },
      pause: options.pause ?? null,
      valFigures: val && (stage.stopsEarly || measureVal) ? valFigures : null,
      floor,
      endsAtMs: budgetMs === null ? null : (budgetMs * (stage.firstStep + stage.steps)) / allSteps,
      stepsAfter: allSteps - stage.firstStep - stage.steps,
    });
    if (floor && stage.stopsEarly && !state.best) throw noBetter(config, state, floor);
    net = unflatten(layout, state.average.slice());
    before = state;
    if (stage.thenFitsHead) net = yield* withFittedHead(config, net, data.val, shown, state, now);
  }
  yield stageRecord('statistics', saying(failure('runLog.measuring-statistics')), now());
  const tensors = await withStatistics(config, withoutProjector(net), shownIn(stages.at(-1)!));
  const { history, valLosses } = before;
  return { encoder: config.encoder, tensors, classes: config.classes, history, valLosses };
}

/** Fits the classifier on the frozen encoder. */
async function* withFittedHead(
  config: TrainingConfig,
  net: NetTensors,
  val: FaceSet,
  shown: ShownImages,
  { valLosses }: RunState,
  now: () => number,
): AsyncGenerator<LogRecord, NetTensors> {
  const tell = (text: Failure) => stageRecord('head', saying(text), now());
  yield tell(fittingHead(config, shown.pools));
  const tensors = await withStatistics(config, withoutProjector(net), shown);
  const head = await fitHead(config, tensors, val, shown);
  valLosses.push({ stage: 'head', epoch: 0, loss: head.valLoss, balancedAccuracy: null });
  yield tell(failure('runLog.head-fitted', { penalty: head.penalty, loss: head.valLoss }));
  return { ...tensors, ...head.tensors };
}

function withoutProjector(tensors: NetTensors): NetTensors {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => !name.startsWith('projector.')));
}

/** No weights of the run read val as well as those that it started from. */
function noBetter({ startFrom }: TrainingConfig, { valLosses }: RunState, floor: ValFigures): FailureError {
  const judged = valLosses.filter(({ balancedAccuracy }) => balancedAccuracy !== null);
  const { value, low, high } = floor.balancedAccuracy!;
  const { images, subjects: children } = floor;
  const highest = Math.max(...judged.map(({ balancedAccuracy }) => balancedAccuracy!));
  const found = { model: startFrom!.id, value, low, high, images, children, highest, looks: judged.length };
  return new FailureError(failure('training.no-better-than-start', found));
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
