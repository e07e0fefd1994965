import { ENCODERS } from '../../training/net/encoder-spec.ts';
import type { PlannedCell } from '../learning-curves.ts';
import { type Cell, type StudyPlan, studyCells, USUAL_PLAN } from '../study.ts';
import type { TestImages } from '../test-images.ts';

/** For tests: how many of a test child's images a scheme names right, of `IMAGES_EACH`, half of each class. */
export type Hits = (cell: Cell, subject: number) => number;

/** Images of a test child: as many happy as neutral. */
export const IMAGES_EACH = 20;

export const madeUpPlan: StudyPlan = {
  ...USUAL_PLAN,
  learners: ['cross-entropy', 'supcon'],
  regimes: ['children', 'mixed', 'adults-as-augmentations'],
  sizes: [50, 200],
  seeds: [1, 2, 3],
  budgetSteps: 10,
  batchRows: 8,
  encoder: ENCODERS.small,
  classes: ['happiness', 'neutral'],
};

export function madeUpTest(subjects: number): TestImages {
  return {
    classes: [...madeUpPlan.classes],
    truth: Array.from({ length: subjects * IMAGES_EACH }, (_, i) => i % 2),
    subject: Array.from({ length: subjects * IMAGES_EACH }, (_, i) => Math.floor(i / IMAGES_EACH)),
  };
}

/** A result for every cell, with as many images named right as asked for: even, so that both classes fare alike. */
export function madeUpCells(test: TestImages, hits: Hits, plan: StudyPlan = madeUpPlan): PlannedCell[] {
  return studyCells(plan).map((cell) => {
    const predicted = test.truth
      .map((truth, i) => (i % IMAGES_EACH < hits(cell, test.subject[i]!) ? truth : 1 - truth))
      .join('');
    const share = test.truth.filter((truth, i) => `${truth}` === predicted[i]).length / test.truth.length;
    return {
      cell,
      result: {
        kind: 'done',
        id: JSON.stringify(cell),
        figures: { accuracy: share, balancedAccuracy: share, macroF1: share, negativeAgainstNeutralAuc: null },
        predicted,
        val: { balancedAccuracy: share, loss: 1 },
        steps: plan.budgetSteps,
        rows: plan.budgetSteps * plan.batchRows,
        seconds: 1,
        starts: 1,
        finishedAtIso: '2026-01-01T00:00:00.000Z',
      },
    };
  });
}
