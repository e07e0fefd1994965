import type { Learner } from '../training/learners.ts';
import type { RegimeName } from '../training/regimes/regime-facts.ts';
import type { ScoredCell } from './learning-curves.ts';
import { average, difference, type Estimate, type Resampled, type Resampling } from './resample.ts';
import { isAsItIs, type StudyPlan } from './study.ts';

/** What an interval says of a difference. */
export type Verdict = 'better' | 'worse' | 'cannot be told';

/** With fewer, the interval comes out far too narrow to be read. */
export const LEAST_SUBJECTS = 10;
export const LEAST_SEEDS = 2;
/** A difference this small comes from adding the same numbers in another order. */
const ROUNDING = 1e-9;

/** A difference of balanced accuracy with its interval. */
export interface Difference extends Estimate {
  /** Never says more than the interval does: it has to leave 0 out. */
  readonly verdict: Verdict;
}

/** One regime minus another under the same learner, seed by seed. */
export interface RegimeComparison {
  readonly learner: Learner;
  readonly regime: RegimeName;
  readonly against: RegimeName;
  readonly bySize: readonly SizeDifference[];
  /** Mean of the differences over the sizes that have one; null where none has. */
  readonly overSizes: Difference | null;
}

interface SizeDifference {
  readonly size: number;
  /** Seeds for which both regimes are done. */
  readonly seeds: number;
  /** Null where there is none. */
  readonly difference: Difference | null;
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
      ({ cell }) =>
        isAsItIs(cell) && cell.learner === learner && cell.regime === of && cell.size === size && cell.seed === seed,
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
  const leastSeeds = Math.min(...sizes.filter((each) => each.found).map(({ seeds }) => seeds));
  return {
    learner,
    regime,
    against,
    bySize: sizes.map((each) => ({
      size: each.size,
      seeds: each.seeds,
      difference: each.found && judged(each.found, each.seeds, resampled),
    })),
    overSizes: found.length === 0 ? null : judged(average(found), leastSeeds, resampled),
  };
}

function judged(found: Resampled, seeds: number, draws: Resampling): Difference {
  const interval = draws.difference(found);
  return { ...interval, verdict: verdictOf(interval, { seeds, subjects: draws.subjects }) };
}

/**
 * What may be said of a difference: nothing where its interval holds 0, or was made of fewer than 2 seeds or 10 test
 * children.
 */
export function verdictOf({ low, high }: Estimate, { seeds, subjects }: { seeds: number; subjects: number }): Verdict {
  if (seeds < LEAST_SEEDS || subjects < LEAST_SUBJECTS) return 'cannot be told';
  if (low > ROUNDING) return 'better';
  return high < -ROUNDING ? 'worse' : 'cannot be told';
}
