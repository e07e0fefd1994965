import type { Learner, RegimeName } from '../training/training-config.ts';
import type { ScoredCell } from './learning-curves.ts';
import { average, difference, type Estimate, estimate, type Resampled, type Resampling } from './resample.ts';
import type { StudyPlan } from './study.ts';

/** One regime minus another under the same learner, seed by seed. */
export interface RegimeComparison {
  readonly learner: Learner;
  readonly regime: RegimeName;
  readonly against: RegimeName;
  readonly bySize: readonly SizeDifference[];
  /** Mean of the differences over the sizes that have one; null where none has. */
  readonly overSizes: Estimate | null;
}

interface SizeDifference {
  readonly size: number;
  /** Seeds for which both regimes are done. */
  readonly seeds: number;
  /** Null where there is none. */
  readonly difference: Estimate | null;
}

/**
 * The difference of two regimes at each size and over sizes. Only seeds for which both are done count, so that what is
 * compared had the same child images and the same first weights.
 */
export function compareRegimes(
  plan: StudyPlan,
  scored: readonly ScoredCell[],
  resampled: Resampling,
  { learner, regime, against }: Pick<RegimeComparison, 'learner' | 'regime' | 'against'>,
): RegimeComparison {
  const find = (of: RegimeName, size: number, seed: number): Resampled | undefined =>
    scored.find(
      ({ cell }) => cell.learner === learner && cell.regime === of && cell.size === size && cell.seed === seed,
    )?.resampled;
  const sizes = plan.sizes
    .filter((size) => size > 0)
    .map((size) => {
      const pairs = plan.seeds.flatMap((seed) => {
        const [ours, theirs] = [find(regime, size, seed), find(against, size, seed)];
        return ours && theirs ? [difference(ours, theirs)] : [];
      });
      return { size, seeds: pairs.length, found: pairs.length === 0 ? null : resampled.overSeeds(pairs) };
    });
  const found = sizes.flatMap((each) => each.found ?? []);
  return {
    learner,
    regime,
    against,
    bySize: sizes.map((each) => ({
      size: each.size,
      seeds: each.seeds,
      difference: each.found && estimate(each.found),
    })),
    overSizes: found.length === 0 ? null : estimate(average(found)),
  };
}
