import { REGIME_FACTS } from '../training/regimes/regime-facts.ts';
import { type TrainingConfig, trainingConfig } from '../training/training-config.ts';
import type { Cell, StudyPlan } from './study.ts';

/** Children's share of a mixed batch: as much as adults-as-augmentations has, so that only the pairing differs. */
const MIXED_CHILD_SHARE = 0.5;

/**
 * What a cell trains with.
 *
 * Every scheme sees the same number of images in a step: two views of each image, or, under adults-as-augmentations,
 * one view of a child's image and one adult's. Mixed batches are half children, half adults. Everything else is as
 * usual, so that no scheme is tuned more than another.
 *
 * @throws RangeError if the cell cannot be trained.
 */
export function cellConfig({ learner, regime, size, seed }: Cell, plan: StudyPlan): TrainingConfig {
  const { budgetSteps, batchRows, encoder, classes } = plan;
  return trainingConfig({
    learner,
    regime,
    seed,
    size: size === 0 ? null : size,
    // An epoch has one step or more, so that the budget of steps ends the run.
    epochs: budgetSteps,
    maxSteps: budgetSteps,
    encoder,
    classes,
    batchChildren: batchRows / 2,
    viewsPerChild: REGIME_FACTS[regime].adultsAreViews ? 1 : 2,
    adultsPerChild: 1,
    mixedChildShare: MIXED_CHILD_SHARE,
  });
}
