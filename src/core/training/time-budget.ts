import { failure } from '../words/failure.ts';
import { initialWeights } from './initial-weights.ts';
import { type LogRecord, stageRecord } from './log-record.ts';
import { flatten, layOut } from './net/parameters.ts';
import type { ReadableNet } from './net/trained-net.ts';
import { imagePools } from './regimes/image-pools.ts';
import { saying } from './said.ts';
import { stagesOf } from './stages.ts';
import type { ComputeGradient } from './step/gradient-step.ts';
import type { TrainingData } from './trainer.ts';
import { type TrainingConfig, trainingConfig } from './training-config.ts';
import { drawBatch } from './views/batch-images.ts';

/** The rest is for looks at val, calibration and test. */
const SHARE_FOR_STEPS = 0.85;
/** The first step prepares the engine. */
const WARM_UP_STEPS = 1;
const TIMED_STEPS = 4;
const LEAST_STEPS = 10;
const MINUTE_MS = 60_000;

export interface BudgetOptions {
  readonly budgetMs: number;
  readonly gradient: ComputeGradient;
  readonly start: ReadableNet | null;
  /** Milliseconds. */
  readonly now: () => number;
}

/**
 * The same run with as many steps as its time allows, by the mean of a few that are timed and thrown away: the learning
 * rate then ends where the time does. The images still decide an epoch, and `maxSteps`, where it was given, the most.
 *
 * @yields What was planned.
 */
export async function* withinTime(
  config: TrainingConfig,
  data: TrainingData,
  { budgetMs, gradient, start, now }: BudgetOptions,
): AsyncGenerator<LogRecord, TrainingConfig> {
  yield stageRecord('plan', saying(failure('runLog.measuring-speed')), now());
  const [stage] = stagesOf(config, imagePools(data.train, config));
  const initial = initialWeights(config, stage, start, {});
  const layout = layOut(initial);
  const weights = flatten(layout, initial);
  let beganAtMs = now();
  for (let step = 0; step < WARM_UP_STEPS + TIMED_STEPS; step += 1) {
    if (step === WARM_UP_STEPS) beganAtMs = now();
    const batch = drawBatch(data.train, stage.sampler.batch(step), step, config);
    await gradient(config.encoder, stage.objective, layout, weights, batch);
  }
  const stepMs = Math.max(0.01, (now() - beganAtMs) / TIMED_STEPS);
  const allowed = Math.max(LEAST_STEPS, Math.floor((SHARE_FOR_STEPS * budgetMs) / stepMs));
  const steps = Math.min(allowed, config.maxSteps ?? Number.POSITIVE_INFINITY);
  const plan = { minutes: budgetMs / MINUTE_MS, steps, stepMs: Math.round(stepMs) };
  yield stageRecord('plan', saying(failure('runLog.steps-planned', plan)), now());
  return trainingConfig({ ...config, maxSteps: Math.min(steps, 1e6) });
}
