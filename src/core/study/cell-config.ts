import { REGIME_FACTS } from '../training/regimes/regime-facts.ts';
import type { Settings } from '../training/settings/settings.ts';
import { type TrainingConfig, trainingConfig } from '../training/training-config.ts';
import { ABLATION_FACTS } from './ablations.ts';
import type { Cell, StudyPlan } from './study.ts';

/** What a study sets otherwise than a run has it by default, whatever its scheme. */
export const STUDY_SETTINGS = {
  /** Children's share of a mixed batch: as much as adults-as-augmentations has, so that only the pairing differs. */
  mixedChildShare: 0.5,
  adultsPerChild: 1,
  /** The head of a contrastive learner sees the scheme's own batches, as a head that trains beside the encoder does. */
  headRows: 1024,
} as const satisfies Partial<Settings>;

/** What the grid of a study says, so that nobody sets it for all cells at once. */
export const SETTINGS_OF_GRID = [
  ...['seed', 'size', 'epochs', 'maxSteps', 'epochSteps', 'batchChildren', 'viewsPerChild'],
  ...['earlyStopping', 'patienceEpochs', 'leastSteps', 'fineTuneEpochs', 'valFloor'],
] as readonly (keyof Settings)[];

/**
 * What a cell trains with.
 *
 * Every scheme sends the same number of rows through the net in every step, whatever the number of child images: two views
 * of each image, or, under adults-as-augmentations, one view of a child's image and one adult's. Mixed batches are half
 * children, half adults. Everything else is the plan's, and the draw's where settings were drawn.
 *
 * @throws RangeError if the cell cannot be trained.
 */
export function cellConfig({ learner, regime, size, seed, ablation, draw }: Cell, plan: StudyPlan): TrainingConfig {
  const { budgetSteps, batchRows, encoder, classes, valEverySteps, patienceSteps, leastSteps, tuning } = plan;
  return trainingConfig({
    ...STUDY_SETTINGS,
    ...plan.settings,
    ...plan.ofLearner[learner],
    ...(draw === null ? {} : tuning?.draws[learner]?.[draw]),
    learner,
    regime,
    seed,
    size: size === 0 ? null : size,
    // An epoch has one step or more, so that the budget of steps ends the run.
    epochs: budgetSteps,
    maxSteps: budgetSteps,
    epochSteps: valEverySteps,
    ...(patienceSteps === null
      ? {}
      : { earlyStopping: 'always', patienceEpochs: Math.ceil(patienceSteps / valEverySteps), leastSteps }),
    encoder,
    classes,
    batchChildren: batchRows / 2,
    viewsPerChild: REGIME_FACTS[regime].adultsAreViews ? 1 : 2,
    ...(ablation === null ? {} : ABLATION_FACTS[ablation].change),
  });
}
