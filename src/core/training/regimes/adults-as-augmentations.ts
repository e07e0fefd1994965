import { failure } from '../../words/failure.ts';
import { FailureError } from '../../words/failure-error.ts';
import { PURPOSES, type Random, randomAt } from '../views/random.ts';
import { batchViews, ownViews } from './batch-views.ts';
import { imagesOfStep, stepsOver } from './images-of-step.ts';
import type { BatchSampler, SamplerMaker } from './regime.ts';

/**
 * Regime "adults as augmentations": B child images and, for each of them, adult images of the same emotion, which enter
 * as further views of that child's image. An epoch is one pass over the child images; the adults are drawn anew each
 * time, so that over the epochs a child meets many of them.
 *
 * Source: after Virgolin et al. 2022, arXiv:2202.05187 (of which the abstract was read).
 *
 * Where no adult shows an emotion, its child images get as many more augmented views of themselves; the pools' warnings
 * say so. With `adultsEmotion` "any" the adults are drawn whatever they show, and count as the child's emotion all the same:
 * what is left of the idea when the pairing is taken out of it.
 */
export const adultsAsAugmentations: SamplerMaker = (pools, config): BatchSampler => {
  const { childRows, adultRows, classOfRow } = pools;
  const stepsPerEpoch = stepsOver(childRows.length, config.batchChildren, config);
  const passes = { rows: childRows, classOfRow, stream: 0, config, stepsPerEpoch };
  const imagesAt = imagesOfStep({ ...passes, perStep: config.batchChildren, perEpoch: childRows.length });
  const adultsOfClass = config.classes.map((_, column) =>
    config.adultsEmotion === 'any' ? adultRows : adultRows.filter((row) => classOfRow[row] === column),
  );
  if (adultRows.length === 0) {
    throw new FailureError(failure('training.regime-needs-adults', { regime: 'adults-as-augmentations' }));
  }
  return {
    stepsPerEpoch,
    warnings: pools.warnings,
    batch(step) {
      const random = randomAt(config.seed, PURPOSES.batch, step);
      const groups = imagesAt(step).map(({ row, times }) => {
        const adults = drawDifferent(adultsOfClass[classOfRow[row]!]!, config.adultsPerChild * times, random);
        return [...ownViews(row, (config.viewsPerChild + config.adultsPerChild) * times - adults.length), ...adults];
      });
      return batchViews(groups, classOfRow);
    },
  };
};

/** Up to `count` different rows: fewer where there are not as many. */
function drawDifferent(rows: readonly number[], count: number, random: Random): number[] {
  const drawn = new Set<number>();
  while (drawn.size < Math.min(count, rows.length)) drawn.add(rows[random.integer(rows.length)]!);
  return [...drawn];
}
