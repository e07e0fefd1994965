import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import type { Learner, Regime } from '../../../contract/training.ts';

/** Gives how a model was made, in a sentence; a learner or regime that this version has no name for, as it stands. */
export function useMadeWords(): (model: Pick<Model, 'learner' | 'regime' | 'threshold'>) => string {
  const { t } = useTranslation('models');
  const { t: training, i18n } = useTranslation('training');
  const isNamed = (key: string) => i18n.exists(key, { ns: 'training' });
  return ({ learner, regime, threshold }) =>
    t(($) => $.made, {
      learner: isNamed(`learner.${learner}`) ? training(($) => $.learner[learner as Learner]) : learner,
      regime: isNamed(`regime.${regime}`) ? training(($) => $.regime[regime as Regime]).toLowerCase() : regime,
      threshold: Math.round(threshold * 100),
    });
}
