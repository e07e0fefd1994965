import type { Emotion } from '../emotion/emotion.ts';
import type { Learner } from '../training/learners.ts';
import type { EncoderSpec } from '../training/net/encoder-spec.ts';
import { REGIME_FACTS, type RegimeName } from '../training/regimes/regime-facts.ts';
import type { Settings } from '../training/settings/settings.ts';
import { ABLATION_FACTS, type Ablation } from './ablations.ts';
import type { Tuning } from './tuning.ts';

/**
 * A study: the same small training, many times over, of which only the scheme, the number of child images and the seed
 * change. After the paper (Virgolin et al. 2022, arXiv:2202.05187, of which the abstract was read), whose question it
 * asks: do images of adults help to read children's faces, and at what number of child images?
 */
export interface StudyPlan {
  /** In the order in which they are compared; no name twice. */
  readonly learners: readonly Learner[];
  readonly regimes: readonly RegimeName[];
  /** Child images that train, ascending; 0 for the regimes that need none. */
  readonly sizes: readonly number[];
  /** Ascending. A seed settles which child images train, the first weights and every draw, for all schemes alike. */
  readonly seeds: readonly number[];
  /** Optimiser steps of every cell, whatever its scheme; at most, where `patienceSteps` may end it earlier. */
  readonly budgetSteps: number;
  /** Steps after which val is looked at again, where that may end a cell. */
  readonly valEverySteps: number;
  /** Steps without a better val that end a cell, whose best weights are kept; null makes all steps and keeps the last. */
  readonly patienceSteps: number | null;
  /** Steps of a cell (of its last part) before which val ends nothing. */
  readonly leastSteps: number;
  /** Images that go through the net in a step, views counted: even, the same for all schemes. */
  readonly batchRows: number;
  readonly encoder: EncoderSpec;
  readonly classes: readonly Emotion[];
  /** What every scheme is trained with beside this; in a study's folder all of it, so that it depends on no default. */
  readonly settings: Partial<Settings>;
  /** What a learner is trained with in place of that. */
  readonly ofLearner: Readonly<Partial<Record<Learner, Partial<Settings>>>>;
  /** What else is measured beside the schemes, for those that have what is changed. */
  readonly ablations: readonly Ablation[];
  /** Null trains everything as usual. */
  readonly tuning: Tuning | null;
}

/** What a study has beside its grid where nothing is said. */
export const USUAL_PLAN = {
  valEverySteps: 100,
  patienceSteps: null,
  leastSteps: 0,
  settings: {},
  ofLearner: {},
  ablations: [],
  tuning: null,
} as const satisfies Partial<StudyPlan>;

/** One training of a study. */
export interface Cell {
  readonly learner: Learner;
  readonly regime: RegimeName;
  /** 0 only where no child trains. */
  readonly size: number;
  readonly seed: number;
  /** What is changed about its scheme; null for the scheme as it is. */
  readonly ablation: Ablation | null;
  /** Number of the draw of the learner's settings; null where none were drawn, or none chosen yet. */
  readonly draw: number | null;
  /** Whether it only helps to choose the draw: it looks at val and never at the test. */
  readonly tunes: boolean;
}

/** Whether a regime trains on children's images. One that does not has one size: 0. */
export function needsChildren(regime: RegimeName): boolean {
  return REGIME_FACTS[regime].children;
}

type Grid = Pick<StudyPlan, 'learners' | 'regimes' | 'sizes' | 'seeds'> &
  Partial<Pick<StudyPlan, 'ablations' | 'tuning'>>;

/**
 * The cells of a study: one seed after the other, so that a study stopped half-way has whole grids to compare; of a seed and
 * size first all schemes as they are, then what was changed about them.
 *
 * @returns Always in the same order. A regime that needs children has no cell of size 0, and one that needs none has
 *   only that.
 */
export function studyCells({ learners, regimes, sizes, seeds, ablations = [], tuning = null }: Grid): Cell[] {
  const changes: readonly (Ablation | null)[] = [null, ...ablations];
  return seeds.flatMap((seed) =>
    sizes.flatMap((size) =>
      changes.flatMap((ablation) =>
        learners.flatMap((learner) =>
          regimes
            .filter((regime) => needsChildren(regime) === size > 0)
            .filter((regime) => ablation === null || ABLATION_FACTS[ablation].isOf(learner, regime))
            .map((regime) => {
              const draw = tuning?.chosen?.[learner] ?? null;
              return { learner, regime, size, seed, ablation, draw, tunes: false };
            }),
        ),
      ),
    ),
  );
}

/** The trainings by which the settings of the learners are chosen; none where they are as usual. */
export function tuningCells({ learners, regimes, tuning }: StudyPlan): Cell[] {
  if (!tuning) return [];
  const { size, seed, draws } = tuning;
  return learners.flatMap((learner) =>
    (draws[learner] ?? []).flatMap((_, draw) =>
      regimes
        .filter(needsChildren)
        .map((regime) => ({ learner, regime, size, seed, ablation: null, draw, tunes: true })),
    ),
  );
}

/** Whether nothing was changed about its scheme. */
export function isAsItIs({ ablation }: Cell): boolean {
  return ablation === null;
}

/** What is to be run now: the trainings that choose settings, and the study's own when these are chosen. */
export function cellsToRun(plan: StudyPlan): Cell[] {
  return plan.tuning && plan.tuning.chosen === null ? tuningCells(plan) : studyCells(plan);
}

/** A cell in words, for people: "supcon, mixed, 200 child images, seed 1". */
export function describeCell({ learner, regime, size, seed, ablation, draw, tunes }: Cell): string {
  const changed = ablation === null ? '' : `, ${ablation}`;
  const drawn = tunes ? `, tried with draw ${draw}` : '';
  return `${learner}, ${regime}${changed}, ${size} child images, seed ${seed}${drawn}`;
}
