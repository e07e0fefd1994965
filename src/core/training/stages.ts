import { failure } from '../words/failure.ts';
import { FailureError } from '../words/failure-error.ts';
import { LEARNER_FACTS } from './learners.ts';
import { adults } from './regimes/adults.ts';
import { children } from './regimes/children.ts';
import type { ImagePools } from './regimes/image-pools.ts';
import type { BatchSampler } from './regimes/regime.ts';
import { REGIME_PARTS } from './regimes/regimes.ts';
import type { LearningRateOptions } from './step/learning-rate.ts';
import { type Objective, objectiveOf, trainsHead } from './step/objective.ts';
import { type TrainingConfig, trainingConfig } from './training-config.ts';

/** A part of a run with its own images, objective, optimiser and schedule; it goes on from the weights of the one before. */
export interface Stage {
  /** As people read it in the log. */
  readonly name: string;
  readonly objective: Objective;
  /** How many images train. */
  readonly images: { readonly children: number; readonly adults: number };
  readonly sampler: BatchSampler;
  readonly steps: number;
  /** Steps of all stages before: random numbers are drawn for a step of the whole run. */
  readonly firstStep: number;
  readonly rate: LearningRateOptions;
  /** Whether it is judged on val after each epoch, and leaves its best weights behind. */
  readonly stopsEarly: boolean;
  /** Whether a linear head is fitted on the frozen encoder when it ends. */
  readonly thenFitsHead: boolean;
}

/**
 * What a run does, in order: the parts of its regime, then fine-tuning where that was asked for.
 *
 * @throws FailureError when the images or the steps do not suffice.
 */
export function stagesOf(config: TrainingConfig, pools: ImagePools): readonly [Stage, ...Stage[]] {
  const parts = partsOf(config, pools);
  const objective = objectiveOf(config);
  const { isContrastive } = LEARNER_FACTS[config.learner];
  const isFineTuning = config.startFrom !== null && !isContrastive;
  const usualName = isContrastive ? 'pretraining' : isFineTuning ? 'fine-tuning' : 'training';
  const stages: Stage[] = [];
  for (const [index, { name, sampler, steps }] of parts.entries()) {
    const isLast = index === parts.length - 1;
    stages.push({
      name: name === null ? usualName : `${usualName} on ${name}`,
      images: imagesOf(name, pools),
      objective,
      sampler,
      steps,
      rate: config,
      firstStep: stepsIn(stages),
      stopsEarly: isLast && (isFineTuning || config.earlyStopping === 'always'),
      thenFitsHead: isLast && !trainsHead(objective),
    });
  }
  if (config.fineTuneEpochs > 0) stages.push(fineTuning(config, pools, stepsIn(stages)));
  return stages as [Stage, ...Stage[]];
}

interface Part {
  readonly name: string | null;
  readonly sampler: BatchSampler;
  readonly steps: number;
}

/** The parts of the regime with their steps, at least one each, which sum to the budget. */
function partsOf(config: TrainingConfig, pools: ImagePools): Part[] {
  const regime = REGIME_PARTS[config.regime];
  const samplers = regime.map(({ sampler }) => sampler(pools, config));
  const budget = Math.min(samplers.at(-1)!.stepsPerEpoch * config.epochs, config.maxSteps ?? Number.POSITIVE_INFINITY);
  if (budget < regime.length) {
    const steps = { regime: config.regime, least: regime.length, found: budget };
    throw new FailureError(failure('training.too-few-steps', steps));
  }
  let left = budget;
  return regime.map(({ name, share }, i) => {
    const after = regime.length - 1 - i;
    const wanted = after === 0 ? left : Math.round(budget * share(config));
    const steps = Math.min(Math.max(wanted, 1), left - after);
    left -= steps;
    return { name, sampler: samplers[i]!, steps };
  });
}

/** Trains all weights by cross-entropy on one view of each image: children's, where the regime has any. */
function fineTuning(config: TrainingConfig, pools: ImagePools, firstStep: number): Stage {
  const settings = trainingConfig({
    ...config,
    learner: 'cross-entropy',
    crossEntropyWeight: 0,
    fineTuneEpochs: 0,
    viewsPerChild: 1,
    learningRate: config.fineTuneLearningRate,
  });
  const sampler = (pools.childRows.length > 0 ? children : adults)(pools, settings);
  return {
    name: 'fine-tuning',
    images: imagesOf(pools.childRows.length > 0 ? 'children' : 'adults', pools),
    objective: objectiveOf(settings),
    sampler,
    firstStep,
    rate: settings,
    stopsEarly: true,
    thenFitsHead: false,
    steps: sampler.stepsPerEpoch * config.fineTuneEpochs,
  };
}

function imagesOf(whose: string | null, { childRows, adultRows }: ImagePools): Stage['images'] {
  return {
    children: whose === 'adults' ? 0 : childRows.length,
    adults: whose === 'children' ? 0 : adultRows.length,
  };
}

function stepsIn(stages: readonly Stage[]): number {
  return stages.reduce((sum, { steps }) => sum + steps, 0);
}
