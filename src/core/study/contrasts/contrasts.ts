import type { Learner } from '../../training/learners.ts';
import { REGIME_FACTS, type RegimeName } from '../../training/regimes/regime-facts.ts';
import { ABLATION_FACTS, type Ablation } from '../ablations.ts';
import { LEAST_SEEDS, LEAST_SUBJECTS, type Verdict } from '../compare-regimes.ts';
import type { ScoredCell } from '../learning-curves.ts';
import { average, difference, type Estimate, type Resampled, type Resampling } from '../resample.ts';
import type { StudyPlan } from '../study.ts';
import { overDivisions } from './divisions.ts';
import { holm } from './holm.ts';

/** One division of the children, with what a study found there. */
export interface Division {
  readonly draws: Resampling;
  /** Those that are done. */
  readonly cells: readonly ScoredCell[];
}

interface Scheme {
  readonly learner: Learner;
  readonly regime: RegimeName;
  readonly ablation: Ablation | null;
}

/** A difference of two schemes' balanced accuracies, the mean over the sizes that both have, with what may be said of it. */
export interface Contrast extends Estimate {
  readonly name: string;
  /** How often a bootstrap would fall on the other side of 0, twice; never 0. */
  readonly p: number;
  /** The same, corrected for all contrasts but the one that was named before looking. */
  readonly pHolm: number | null;
  readonly verdict: Verdict;
}

export interface Contrasts {
  /** Named before anybody looked; null where one of its schemes is missing. */
  readonly named: Contrast | null;
  readonly others: readonly Contrast[];
  readonly divisions: number;
}

/** The question of the study, fixed before its results: these sizes and fewer child images. */
const NAMED_UP_TO = 230;
const NAMED = { learner: 'supcon', regime: 'adults-as-augmentations', ablation: null } as const satisfies Scheme;

const SEED = 1;
const LEVEL = 0.05;

/**
 * The contrasts of a study, over divisions of the children.
 *
 * The one that was named before looking is SupCon with adults as augmentations against the best of the other schemes, at up to
 * 230 child images. Which one is best is settled anew in every draw, so that its luck is in the interval. All others, the
 * regimes with adults against children alone, adults as augmentations against the other ways and what each ablation changes,
 * are corrected together after Holm.
 *
 * Seeds and sizes count that all schemes of a contrast have in every division.
 */
export function contrasts(plan: StudyPlan, scored: readonly Division[]): Contrasts {
  const least = Math.min(...scored.map(({ draws }) => draws.subjects));
  const told = (name: string, found: Paired | null): (Omit<Contrast, 'pHolm' | 'verdict'> & { seeds: number }) | null =>
    found && { name, ...scored[0]!.draws.difference(found.figure, least), p: pValue(found.figure), seeds: found.seeds };

  const schemes = plan.learners.flatMap((learner) =>
    plan.regimes
      .filter((regime) => REGIME_FACTS[regime].children)
      .map((regime) => ({ learner, regime, ablation: null })),
  );
  const rivals = schemes.filter((each) => !isSame(each, NAMED));
  const sizes = plan.sizes.filter((size) => size > 0);
  const few = sizes.filter((size) => size <= NAMED_UP_TO);
  const named =
    rivals.length === schemes.length || rivals.length === 0 || few.length === 0
      ? null
      : told(
          `supcon, adults-as-augmentations - the best of the other ${rivals.length}, up to ${NAMED_UP_TO} child images`,
          againstBest(plan, scored, NAMED, rivals, few),
        );
  const others = pairsOf(plan).flatMap(([name, a, b]) => told(name, against(plan, scored, a, b, sizes)) ?? []);
  const corrected = holm(others.map(({ p }) => p));
  const judged = ({ seeds, ...found }: NonNullable<typeof named>, pHolm: number | null): Contrast => ({
    ...found,
    pHolm,
    verdict: verdictOf(found, { p: pHolm ?? found.p, seeds, subjects: least }),
  });
  return {
    named: named && judged(named, null),
    others: others.map((each, index) => judged(each, corrected[index]!)),
    divisions: scored.length,
  };
}

interface Paired {
  readonly figure: Resampled;
  /** Fewest that one of its sizes has in a division. */
  readonly seeds: number;
}

/** Of several schemes, each one's mean over sizes and divisions, of the same cells; null where there are none. */
function together(plan: StudyPlan, scored: readonly Division[], schemes: readonly Scheme[], sizes: readonly number[]) {
  const find = ({ cells }: Division, scheme: Scheme, size: number, seed: number) =>
    cells.find(({ cell }) => isSame(cell, scheme) && cell.size === size && cell.seed === seed)?.resampled;
  const shared = sizes.flatMap((size) => {
    const seeds = scored.map((each) =>
      plan.seeds.filter((seed) => schemes.every((scheme) => find(each, scheme, size, seed))),
    );
    return seeds.some((of) => of.length === 0) ? [] : [{ size, seeds }];
  });
  if (shared.length === 0) return null;
  const figures = schemes.map((scheme) => {
    const inDivisions = scored.map((each, division) =>
      average(
        shared.map(({ size, seeds }) =>
          each.draws.overSeeds(seeds[division]!.map((seed) => find(each, scheme, size, seed)!)),
        ),
      ),
    );
    return overDivisions(inDivisions, SEED);
  });
  return { figures, seeds: Math.min(...shared.flatMap(({ seeds }) => seeds.map((of) => of.length))) };
}

function against(
  plan: StudyPlan,
  scored: readonly Division[],
  a: Scheme,
  b: Scheme,
  sizes: readonly number[],
): Paired | null {
  const found = together(plan, scored, [a, b], sizes);
  return found && { figure: difference(found.figures[0]!, found.figures[1]!), seeds: found.seeds };
}

function againstBest(
  plan: StudyPlan,
  scored: readonly Division[],
  own: Scheme,
  rivals: readonly Scheme[],
  sizes: readonly number[],
): Paired | null {
  const found = together(plan, scored, [own, ...rivals], sizes);
  if (!found) return null;
  const [first, ...rest] = found.figures;
  const best = {
    value: Math.max(...rest.map(({ value }) => value)),
    drawn: first!.drawn.map((_, draw) => Math.max(...rest.map(({ drawn }) => drawn[draw]!))),
  };
  return { figure: difference(first!, best), seeds: found.seeds };
}

/** All contrasts but the named one, each once. */
function pairsOf({ learners, regimes, ablations }: StudyPlan): (readonly [string, Scheme, Scheme])[] {
  const withAdults = regimes.filter((each) => REGIME_FACTS[each].children && REGIME_FACTS[each].adults);
  const augmenting = 'adults-as-augmentations';
  return learners.flatMap((learner) => {
    const of = (regime: RegimeName, ablation: Ablation | null = null): Scheme => ({ learner, regime, ablation });
    const alone = regimes.includes('children') ? withAdults.map((each) => [each, 'children'] as const) : [];
    const ways = withAdults.includes(augmenting)
      ? withAdults.filter((each) => each !== augmenting).map((each) => [augmenting, each] as const)
      : [];
    const changed = ablations.flatMap((ablation) =>
      regimes
        .filter((regime) => ABLATION_FACTS[ablation].isOf(learner, regime))
        .map((regime) => [ablation, regime] as const),
    );
    return [
      ...[...alone, ...ways].map(([a, b]) => [`${learner}: ${a} - ${b}`, of(a), of(b)] as const),
      ...changed.map(
        ([ablation, regime]) =>
          [`${learner}: ${regime}, ${ablation} - as it is`, of(regime, ablation), of(regime)] as const,
      ),
    ];
  });
}

/** Twice the smaller share of draws on one side of 0; one more of each is counted, so that no bootstrap ever says 0. */
function pValue({ drawn }: Resampled): number {
  const told = drawn.filter((each) => !Number.isNaN(each));
  const beyond = (is: (each: number) => boolean) => (told.filter(is).length + 1) / (told.length + 1);
  return Math.min(
    1,
    2 *
      Math.min(
        beyond((each) => each <= 0),
        beyond((each) => each >= 0),
      ),
  );
}

/** Both have to say it: the corrected p value, and the interval, which is no narrower than the number of children allows. */
function verdictOf(
  { low, high }: Estimate,
  { p, seeds, subjects }: { readonly p: number; readonly seeds: number; readonly subjects: number },
): Verdict {
  if (seeds < LEAST_SEEDS || subjects < LEAST_SUBJECTS || p >= LEVEL) return 'cannot be told';
  if (low > 0) return 'better';
  return high < 0 ? 'worse' : 'cannot be told';
}

function isSame(a: Scheme, b: Scheme): boolean {
  return a.learner === b.learner && a.regime === b.regime && a.ablation === b.ablation;
}
