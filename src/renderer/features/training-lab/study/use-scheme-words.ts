import { useTranslation } from 'react-i18next';
import type { Learner, Regime } from '../../../../contract/training.ts';

/** A scheme in words. */
export function useSchemeWords() {
  const { t } = useTranslation('training');
  return ({ learner, regime }: { readonly learner: Learner; readonly regime: Regime }) => ({
    learner: t(($) => $.learner[learner]),
    regime: t(($) => $.regime[regime]),
  });
}
