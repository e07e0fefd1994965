import { failure } from '../../words/failure.ts';
import { FailureError } from '../../words/failure-error.ts';
import { PURPOSES, type Random, randomAt } from '../views/random.ts';
import { batchViews, ownViews } from './batch-views.ts';
import { passesOver } from './passes.ts';
import { batchBounds, stepsOver } from './plain-batches.ts';
import type { BatchSampler, SamplerMaker } from './regime.ts';

/**
 * Regime "adults as augmentations": B child images and, for each of them, adult images of the same emotion, which enter
 * as further views of that child's image. An epoch is one pass over the child images; the adults are drawn anew each
 * time, so that over the epochs a child meets many of them.
 *
 * Source: after Virgolin et al. 2022, arXiv:2202.05187 (of which the abstract was read).
 *
 * Where no adult shows an emotion, its child images get as many more augmented views of themselves; the pools' warnings
 * say so.
 */
export const adultsAsAugmentations: SamplerMaker = (pools, config): BatchSampler => {
  const { childRows, adultRows, classOfRow } = pools;
  const rowsAt = passesOver({ rows: childRows, classOfRow, stream: 0, config });
  const stepsPerEpoch = stepsOver(childRows.length, config.batchChildren);
  const adultsOfClass = config.classes.map((_, column) => adultRows.filter((row) => classOfRow[row] === column));
  if (adultRows.length === 0) {
    throw new FailureError(failure('training.regime-needs-adults', { regime: 'adults-as-augmentations' }));
  }
  return {
    stepsPerEpoch,
    warnings: pools.warnings,
    batch(step) {
      const random = randomAt(config.seed, PURPOSES.batch, step);
      const images = rowsAt(...batchBounds(step, stepsPerEpoch, childRows.length));
      const groups = images.map((row) => {
        const adults = drawDifferent(adultsOfClass[classOfRow[row]!]!, config.adultsPerChild, random);
        return [...ownViews(row, config.viewsPerChild + config.adultsPerChild - adults.length), ...adults];
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
