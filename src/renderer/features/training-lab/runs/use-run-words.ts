import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../contract/training.ts';

/** Gives what a run does in a few words: learner, regime and epochs. */
export function useRunWords() {
  const { t } = useTranslation('training');
  return ({ learner, regime, epochs }: Pick<Run, 'learner' | 'regime' | 'epochs'>): string =>
    t(($) => $.how, {
      learner: t(($) => $.learner[learner]),
      regime: t(($) => $.regime[regime]).toLowerCase(),
      epochs: t(($) => $.epochs, { count: epochs }),
    });
}

/** Gives where a run stands, and what it waits for where it waits. */
export function useStateWords() {
  const { t } = useTranslation('training');
  return ({ state, waitsFor }: Pick<Run, 'state' | 'waitsFor'>): string =>
    waitsFor === 'faces' ? t(($) => $.waitsForFaces) : t(($) => $.state[state]);
}
