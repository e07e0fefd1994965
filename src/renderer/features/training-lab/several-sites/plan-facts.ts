import { useTranslation } from 'react-i18next';
import type { FederationPlan } from '../../../../contract/model-life/federation.ts';

/** What a federation file has a site give, by name, for people. */
export function usePlanFacts(): (plan: FederationPlan) => (readonly [string, string])[] {
  const { t } = useTranslation('federation');
  const { t: training } = useTranslation('training');
  return ({ dataset, steps, learner, share, imageCountAs }) => [
    [t(($) => $.plan.share), t(($) => $.plan.shares[share])],
    [t(($) => $.plan.imageCountAs), t(($) => $.plan.counts[imageCountAs])],
    [t(($) => $.plan.dataset), dataset.join(', ')],
    [t(($) => $.plan.steps), String(steps)],
    [t(($) => $.plan.learner), training(($) => $.learner[learner])],
  ];
}
