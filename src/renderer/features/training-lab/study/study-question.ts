import type { StudyQuestion } from '../../../../contract/study.ts';
import { numberIn } from '../../../ui/form/number-in.ts';

/** A study as its form holds it. */
export interface StudyDraft extends Omit<StudyQuestion, 'sizes' | 'repeats' | 'budgetSteps'> {
  /** Numbers with commas between them. */
  readonly sizes: string;
  readonly repeats: number | string;
  readonly budgetSteps: number | string;
  [field: string]: unknown;
}

/** What the form asks for; what cannot be read as a number is NaN. */
export function questionOf({ sizes, repeats, budgetSteps, ...draft }: StudyDraft): StudyQuestion {
  const { name, datasetIds, learners, regimes, encoder } = draft;
  return {
    ...{ name, datasetIds, learners, regimes, encoder },
    sizes: numbersIn(sizes),
    repeats: numberIn(repeats),
    budgetSteps: numberIn(budgetSteps),
  };
}

function numbersIn(text: string): number[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  return [...new Set(parts.map(Number))].sort((a, b) => a - b);
}

const SHARE_THAT_TRAINS = 0.6;

/** Four numbers of child images, each twice the one before, up to what will train of so many. @returns As typed. */
export function suggestedSizes(childImages: number): string {
  const most = Math.floor((childImages * SHARE_THAT_TRAINS) / 10) * 10;
  return most < 40 ? '' : [8, 4, 2, 1].map((part) => Math.round(most / part)).join(', ');
}
