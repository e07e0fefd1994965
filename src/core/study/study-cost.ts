import type { Learner } from '../training/learners.ts';
import { type StudyPlan, studyCells } from './study.ts';

/** What one learner costs on a machine, measured. */
export interface LearnerSpeed {
  readonly learner: Learner;
  /** Times of single steps, in milliseconds. */
  readonly stepMs: readonly number[];
  /** What follows the last step whatever trained: the head of a contrastive learner, fitted on as many views always. */
  readonly endMs: number;
  /** What follows it for each image that trained: statistics. */
  readonly endMsAnImage: number;
  /** For each test image. */
  readonly testMsAnImage: number;
}

/** How fast a machine trains the cells of a study, one at a time. */
export interface MachineSpeed {
  readonly engine: string;
  readonly threads: number;
  readonly learners: readonly LearnerSpeed[];
}

/** What a study takes, in milliseconds. */
export interface StudyCost {
  readonly cells: number;
  /** By the median step. */
  readonly usualMs: number;
  /** By the fastest and the slowest step that were seen: a machine that is busy with other things takes longer still. */
  readonly lowMs: number;
  readonly highMs: number;
}

/**
 * What the cells of a study take on a machine. All schemes of a learner have the same number of images in a step, so that a
 * step costs the same under each.
 *
 * @param images That train at the largest size, adults among them, and that test.
 * @returns Null where the speed of one of the learners was not measured.
 */
export function studyCost(
  plan: Pick<StudyPlan, 'learners' | 'regimes' | 'sizes' | 'seeds' | 'budgetSteps'>,
  speed: MachineSpeed,
  images: { readonly train: number; readonly test: number },
): StudyCost | null {
  const cells = studyCells(plan);
  const of = (learner: Learner) => speed.learners.find((each) => each.learner === learner);
  if (cells.some(({ learner }) => !of(learner))) return null;
  const sum = (step: (times: readonly number[]) => number) =>
    cells.reduce((total, { learner }) => {
      const { stepMs, endMs, endMsAnImage, testMsAnImage } = of(learner)!;
      return (
        total + plan.budgetSteps * step(stepMs) + endMs + endMsAnImage * images.train + testMsAnImage * images.test
      );
    }, 0);
  return {
    cells: cells.length,
    usualMs: sum(median),
    lowMs: sum((times) => Math.min(...times)),
    highMs: sum((times) => Math.max(...times)),
  };
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
