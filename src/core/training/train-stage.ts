import * as tf from '@tensorflow/tfjs-core';
import type { FaceSet } from '../dataset/faces/face-set.ts';
import { failure } from '../words/failure.ts';
import { TrainingFailure } from './failures.ts';
import { type LogRecord, stageRecord, warningRecord } from './log-record.ts';
import type { BatchViews } from './regimes/regime.ts';
import { type RunState, rewind } from './run-state.ts';
import { saying } from './said.ts';
import type { StageTools } from './stage-tools.ts';
import type { Stage } from './stages.ts';
import { embeddingSpread, watchForCollapse } from './step/collapse.ts';
import type { LossAndGradient } from './step/gradient-step.ts';
import { learningRateAt } from './step/learning-rate.ts';
import { adamWStep, clipToNorm } from './step/optimiser.ts';
import { averageWeights } from './step/weight-average.ts';
import { isOver, judge, onlooker } from './val/judge-on-val.ts';
import { drawBatch } from './views/batch-images.ts';

/** Longest time between two checkpoints of a run whose epochs are longer than that. */
const CHECKPOINT_EVERY_MS = 60_000;
const PAUSED = { session: failure('runLog.pause-session'), person: failure('runLog.pause-person') };
/** A run whose loss is not finite goes on at half the rate, and again at a quarter; then it ends. */
const LEAST_RATE_FACTOR = 0.25;

/**
 * Runs a stage from where its state is to its end, in place.
 *
 * @yields Records of the log.
 * @throws What `throwIfStopped` throws, and what the gradient's computation throws, after a checkpoint.
 * @throws TrainingFailure when the run collapses or its loss is not finite at a quarter of its rate either.
 */
export async function* trainStage(stage: Stage, state: RunState, tools: StageTools): AsyncGenerator<LogRecord, void> {
  const { now, clock } = tools;
  const { stepsPerEpoch } = stage.sampler;
  const checkSpread = watchForCollapse();
  const lookIfDue = onlooker(stage, state, tools);
  let good = tools.snapshot();
  let savedAtMs = now();
  let spentUntilMs = now();
  const spend = () => {
    state.trainedMs += now() - spentUntilMs;
    spentUntilMs = now();
  };
  const save = async () => {
    spend();
    const checkpoint = tools.snapshot();
    await tools.save(checkpoint);
    good = checkpoint;
    savedAtMs = now();
  };
  if (stage.stopsEarly && !isJudged(stage, state)) yield* judge(stage, state, tools, 0);
  while (state.optimiser.step < (state.endsAtStep ?? stage.steps) && !isOver(stage, state, tools.config)) {
    try {
      for (let why = tools.pause?.asked(); why; why = tools.pause?.asked()) {
        tools.throwIfStopped();
        await save();
        yield stageRecord('pause', saying(PAUSED[why]), now());
        await tools.pause!.over();
        tools.throwIfStopped();
        yield stageRecord(stage.name, saying(failure('runLog.goes-on-now')), now());
        spentUntilMs = now();
        clock.skip();
      }
      tools.throwIfStopped();
    } catch (reason) {
      await save();
      throw reason;
    }
    const step = state.optimiser.step;
    let found: Found;
    try {
      found = await gradientOf(stage, state, tools, save);
    } catch (error) {
      if (!isNotFinite(error) || state.rateFactor <= LEAST_RATE_FACTOR) throw error;
      rewind(state, good);
      state.rateFactor /= 2;
      const where = { step: step + 1, from: good.step, share: state.rateFactor * 100 };
      yield warningRecord(saying(failure('runLog.not-finite-again', where)), now());
      await save();
      continue;
    }
    const { views, result } = found;
    const { loss, parts, embeddings } = result;
    const rows = views.rows.length;
    if (embeddings) checkSpread(parts.contrastive!, rows, embeddingSpread(embeddings, rows));
    const learningRate = learn(stage, state, tools, result.gradient);
    state.epochLossSum += loss;
    const epoch = Math.floor(step / stepsPerEpoch) + 1;
    clock.tick();
    const meanMs = clock.meanMs();
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
      leftMs: meanMs === null ? null : meanMs * (stage.steps - step - 1 + tools.stepsAfter),
      imagesPerSecond: meanMs === null || meanMs === 0 ? null : (1000 * views.rows.length) / meanMs,
    };
    spend();
    if (tools.endsAtMs !== null && state.trainedMs >= tools.endsAtMs && step + 1 < stage.steps) {
      state.endsAtStep = step + 1;
      yield stageRecord(
        stage.name,
        saying(failure('runLog.time-is-up', { step: step + 1, steps: stage.steps })),
        now(),
      );
    }
    const stepsOfEpoch = (step % stepsPerEpoch) + 1;
    if (stepsOfEpoch === stepsPerEpoch || step + 1 === (state.endsAtStep ?? stage.steps)) {
      state.history.push({ stage: stage.name, epoch, loss: state.epochLossSum / stepsOfEpoch });
      state.epochLossSum = 0;
      if (stage.stopsEarly) yield* judge(stage, state, tools, epoch);
      await save();
    } else if (now() - savedAtMs >= CHECKPOINT_EVERY_MS) {
      await save();
    }
    if (!stage.stopsEarly) yield* lookIfDue();
    // Lets a stop, a message or a timer in between two steps.
    await tf.nextFrame();
  }
  if (state.best) state.average.set(state.best.average);
}

/** Makes the step that a gradient says. @returns At which learning rate. */
function learn(stage: Stage, state: RunState, { config, layout }: StageTools, gradient: Float32Array): number {
  const { step } = state.optimiser;
  const { weightDecay, l2ToStart, emaDecay } = config;
  const learningRate = state.rateFactor * learningRateAt(step, stage.steps, stage.rate);
  const decay = state.start ? { towards: state.start, rate: l2ToStart } : { towards: null, rate: weightDecay };
  adamWStep(layout, state.weights, gradient, state.optimiser, { learningRate, decay });
  averageWeights(state.average, state.weights, step + 1, emaDecay);
  return learningRate;
}

interface Found {
  readonly views: BatchViews;
  readonly result: LossAndGradient;
}

/** The clipped gradient of a step's batch. @throws TrainingFailure "loss-not-finite", naming images of the batch. */
async function gradientOf(
  { objective, firstStep, sampler }: Stage,
  state: RunState,
  { config, faces, layout, gradient: compute }: StageTools,
  save: () => Promise<void>,
): Promise<Found> {
  const { step } = state.optimiser;
  const views = sampler.batch(step);
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
  if (Number.isFinite(result.loss) && Number.isFinite(norm)) return { views, result };
  throw new TrainingFailure(
    'loss-not-finite',
    `at step ${step + 1} the loss was ${result.loss} and the gradient's norm ${norm}, on ${namesOf(faces, views.rows)}: ` +
      `lower the learning rate (${objective.config.learningRate}) or clipNorm (${config.clipNorm}), or look at these images`,
  );
}

function isNotFinite(error: unknown): boolean {
  return error instanceof TrainingFailure && error.code === 'loss-not-finite';
}

const IMAGES_NAMED = 4;

function namesOf({ path }: FaceSet, rows: Int32Array): string {
  const images = [...new Set(rows)].map((row) => path[row]!);
  const more = images.length - IMAGES_NAMED;
  return images.slice(0, IMAGES_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function isJudged({ name }: Stage, { valLosses }: RunState): boolean {
  return valLosses.some(({ stage, epoch }) => stage === name && epoch === 0);
}
