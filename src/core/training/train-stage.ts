import * as tf from '@tensorflow/tfjs-core';
import type { FaceSet } from '../dataset/faces/face-set.ts';
import { failure } from '../words/failure.ts';
import { TrainingFailure } from './failures.ts';
import { type LogRecord, stageRecord } from './log-record.ts';
import type { ParameterLayout } from './net/parameters.ts';
import type { BatchViews } from './regimes/regime.ts';
import type { RunState } from './run-state.ts';
import { saying } from './said.ts';
import type { Stage } from './stages.ts';
import { embeddingSpread, watchForCollapse } from './step/collapse.ts';
import type { ComputeGradient, LossAndGradient } from './step/gradient-step.ts';
import { learningRateAt } from './step/learning-rate.ts';
import { adamWStep, clipToNorm } from './step/optimiser.ts';
import type { StepClock } from './step/step-clock.ts';
import { averageWeights } from './step/weight-average.ts';
import type { TrainingConfig } from './training-config.ts';
import { drawBatch } from './views/batch-images.ts';

/** Longest time between two checkpoints of a run whose epochs are longer than that. */
const CHECKPOINT_EVERY_MS = 60_000;

/** What a stage is given by the run around it. */
export interface StageTools {
  readonly config: TrainingConfig;
  readonly faces: FaceSet;
  readonly layout: ParameterLayout;
  readonly gradient: ComputeGradient;
  /** Saves the state as it is. */
  readonly save: () => Promise<void>;
  /** Throws when the run is to stop. */
  readonly throwIfStopped: () => void;
  /** Mean cross-entropy of the averaged weights on the children of val; for stages that stop early. */
  readonly valLoss: () => Promise<number>;
  /** Steps of the stages after this one. */
  readonly stepsAfter: number;
  readonly now: () => number;
  readonly clock: StepClock;
}

/**
 * Runs a stage from where its state is to its end, in place.
 *
 * @yields Records of the log.
 * @throws What `throwIfStopped` throws, and what the gradient's computation throws, after a checkpoint.
 * @throws TrainingFailure when the run collapses or its loss is not finite.
 */
export async function* trainStage(stage: Stage, state: RunState, tools: StageTools): AsyncGenerator<LogRecord, void> {
  const { config, layout, now } = tools;
  const { stepsPerEpoch } = stage.sampler;
  const checkSpread = watchForCollapse();
  let savedAtMs = now();
  const save = async () => {
    await tools.save();
    savedAtMs = now();
  };
  if (stage.stopsEarly && state.best === null) yield* judge(stage, state, tools, 0);
  while (state.optimiser.step < stage.steps && !isOver(stage, state, config)) {
    try {
      tools.throwIfStopped();
    } catch (reason) {
      await save();
      throw reason;
    }
    const step = state.optimiser.step;
    const views = stage.sampler.batch(step);
    const result = await gradientOf(stage, state, tools, views);
    const { loss, gradient, parts, embeddings } = result;
    const rows = views.rows.length;
    if (embeddings) checkSpread(parts.contrastive!, rows, embeddingSpread(embeddings, rows));

    const learningRate = learningRateAt(step, stage.steps, stage.rate);
    const { weightDecay, l2ToStart, emaDecay } = config;
    const decay = state.start ? { towards: state.start, rate: l2ToStart } : { towards: null, rate: weightDecay };
    adamWStep(layout, state.weights, gradient, state.optimiser, { learningRate, decay });
    averageWeights(state.average, state.weights, step + 1, emaDecay);
    state.epochLossSum += loss;

    const epoch = Math.floor(step / stepsPerEpoch) + 1;
    yield {
      kind: 'step',
      stage: stage.name,
      step: step + 1,
      steps: stage.steps,
      epoch,
      loss,
      ...(stage.objective.terms.length > 1 ? parts : {}),
      learningRate,
      atMs: now(),
      leftMs: tools.clock.leftMs(stage.steps - step - 1 + tools.stepsAfter),
    };
    const stepsOfEpoch = (step % stepsPerEpoch) + 1;
    if (stepsOfEpoch === stepsPerEpoch || step + 1 === stage.steps) {
      state.history.push({ stage: stage.name, epoch, loss: state.epochLossSum / stepsOfEpoch });
      state.epochLossSum = 0;
      if (stage.stopsEarly) yield* judge(stage, state, tools, epoch);
      await save();
    } else if (now() - savedAtMs >= CHECKPOINT_EVERY_MS) {
      await save();
    }
    // Lets a stop, a message or a timer in between two steps.
    await tf.nextFrame();
  }
  if (state.best) state.average.set(state.best.average);
}

/** The clipped gradient of a step's batch. @throws TrainingFailure "loss-not-finite", naming images of the batch. */
async function gradientOf(
  { objective, firstStep }: Stage,
  state: RunState,
  { config, faces, layout, gradient: compute, save }: StageTools,
  views: BatchViews,
): Promise<LossAndGradient> {
  const { step } = state.optimiser;
  const batch = drawBatch(faces, views, firstStep + step, config);
  let result: LossAndGradient;
  try {
    result = await compute(config.encoder, objective, layout, state.weights, batch);
  } catch (error) {
    // What failed is the engine; the weights are those of the last step, and whole.
    await save();
    throw error;
  }
  const norm = clipToNorm(result.gradient, config.clipNorm);
  if (Number.isFinite(result.loss) && Number.isFinite(norm)) return result;
  throw new TrainingFailure(
    'loss-not-finite',
    `at step ${step + 1} the loss was ${result.loss} and the gradient's norm ${norm}, on ${namesOf(faces, views.rows)}: ` +
      `lower the learning rate (${objective.config.learningRate}) or clipNorm (${config.clipNorm}), or look at these images`,
  );
}

const IMAGES_NAMED = 4;

function namesOf({ path }: FaceSet, rows: Int32Array): string {
  const images = [...new Set(rows)].map((row) => path[row]!);
  const more = images.length - IMAGES_NAMED;
  return images.slice(0, IMAGES_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Looks at val, and keeps the averaged weights if it likes them best so far. */
async function* judge(
  { name }: Stage,
  state: RunState,
  { valLoss, now }: StageTools,
  epoch: number,
): AsyncGenerator<LogRecord, void> {
  const loss = await valLoss();
  const isBest = state.best === null || loss < state.best.valLoss;
  if (isBest) state.best = { epoch, valLoss: loss, average: state.average.slice() };
  const text =
    epoch === 0
      ? failure('runLog.val-before', { loss })
      : isBest
        ? failure('runLog.val-best', { epoch, loss })
        : failure('runLog.val-after', { epoch, loss });
  state.valLosses.push({ stage: name, epoch, loss });
  yield stageRecord(name, saying(text), now());
}

/** Whether val has liked nothing better for `patienceEpochs` epochs. */
function isOver({ stopsEarly, sampler }: Stage, { optimiser, best }: RunState, config: TrainingConfig): boolean {
  if (!stopsEarly || best === null) return false;
  return Math.floor(optimiser.step / sampler.stepsPerEpoch) - best.epoch >= config.patienceEpochs;
}
