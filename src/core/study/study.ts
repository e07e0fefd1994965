import type { Emotion } from '../emotion/emotion.ts';
import type { Learner } from '../training/learners.ts';
import type { EncoderSpec } from '../training/net/encoder-spec.ts';
import { REGIME_FACTS, type RegimeName } from '../training/regimes/regime-facts.ts';

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
  /** Optimiser steps of every cell, whatever its scheme. */
  readonly budgetSteps: number;
  /** Images that go through the net in a step, views counted: even, the same for all schemes. */
  readonly batchRows: number;
  readonly encoder: EncoderSpec;
  readonly classes: readonly Emotion[];
}

/** One training of a study. */
export interface Cell {
  readonly learner: Learner;
  readonly regime: RegimeName;
  /** 0 only where no child trains. */
  readonly size: number;
  readonly seed: number;
}

/** Whether a regime trains on children's images. One that does not has one size: 0. */
export function needsChildren(regime: RegimeName): boolean {
  return REGIME_FACTS[regime].children;
}

/**
 * The cells of a study: one seed after the other, so that a study stopped half-way has whole grids to compare.
 *
 * @returns Always in the same order. A regime that needs children has no cell of size 0, and one that needs none has
 *   only that.
 */
export function studyCells({
  learners,
  regimes,
  sizes,
  seeds,
}: Pick<StudyPlan, 'learners' | 'regimes' | 'sizes' | 'seeds'>): Cell[] {
  return seeds.flatMap((seed) =>
    sizes.flatMap((size) =>
      learners.flatMap((learner) =>
        regimes
          .filter((regime) => needsChildren(regime) === size > 0)
          .map((regime) => ({ learner, regime, size, seed })),
      ),
    ),
  );
}

/** A cell in words, for people: "supcon, mixed, 200 child images, seed 1". */
export function describeCell({ learner, regime, size, seed }: Cell): string {
  return `${learner}, ${regime}, ${size} child images, seed ${seed}`;
}
