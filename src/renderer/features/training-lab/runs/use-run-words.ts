import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../contract/training.ts';
import { useFormat } from '../../../ui/format.ts';

/** Gives what a run does in a few words: learner, regime, and its time or else its epochs. */
export function useRunWords() {
  const { t } = useTranslation('training');
  const format = useFormat();
  return ({
    learner,
    regime,
    epochs,
    budgetMinutes,
  }: Pick<Run, 'learner' | 'regime' | 'epochs' | 'budgetMinutes'>): string =>
    t(($) => $.how, {
      learner: t(($) => $.learner[learner]),
      regime: t(($) => $.regime[regime]).toLowerCase(),
      // Of a run that is given a time, the epochs are only where it would end at the latest.
      epochs: budgetMinutes === null ? t(($) => $.epochs, { count: epochs }) : format.length(60_000 * budgetMinutes),
    });
}

/** Gives where a run stands, and what it waits for where it waits. */
export function useStateWords() {
  const { t } = useTranslation('training');
  return ({ state, waitsFor }: Pick<Run, 'state' | 'waitsFor'>): string =>
    waitsFor === 'faces' ? t(($) => $.waitsForFaces) : t(($) => $.state[state]);
}
