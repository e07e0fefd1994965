import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApprovalCondition, Model } from '../../../contract/models.ts';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { CompareAgain } from './compare-again.tsx';
import { ConditionList } from './condition-list.tsx';

/** What a candidate still lacks, for those who made it as for those who decide. */
export function ConditionsSection({ model }: { readonly model: Pick<Model, 'id' | 'origin' | 'runId'> }) {
  const { t } = useTranslation('models');
  const standing = (list: readonly ApprovalCondition[]) => {
    const unmet = list.filter((each) => each.unmet !== null && each.name !== 'another-person');
    const isOwn = list.some((each) => each.unmet !== null && each.name === 'another-person');
    if (unmet.length === 0) return t(($) => (isOwn ? $.conditions.allButYou : $.conditions.all));
    const withReason = unmet.every((each) => each.reasonSuffices);
    return t(($) => (withReason ? $.conditions.withReason : $.conditions.refused), { count: unmet.length });
  };
  const conditions = useCall('models.conditions', { modelId: model.id });
  return (
    <Section title={t(($) => $.conditions.title)}>
      <Loaded query={conditions} what={t(($) => $.conditions.what)}>
        {(list) => (
          <>
            <Text fw={650}>{standing(list)}</Text>
            <ConditionList conditions={list} />
            <CompareAgain model={model} conditions={list} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
