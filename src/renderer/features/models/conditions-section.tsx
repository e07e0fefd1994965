import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { CompareAgain } from './compare-again.tsx';
import { ConditionList } from './condition-list.tsx';

/** What a candidate still lacks, for those who made it as for those who decide. */
export function ConditionsSection({ model }: { readonly model: Pick<Model, 'id' | 'origin' | 'runId'> }) {
  const { t } = useTranslation('models');
  const conditions = useCall('models.conditions', { modelId: model.id });
  return (
    <Section title={t(($) => $.conditions.title)} description={t(($) => $.conditions.description)}>
      <Loaded query={conditions} what={t(($) => $.conditions.what)}>
        {(list) => (
          <>
            <ConditionList conditions={list} />
            <CompareAgain model={model} conditions={list} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
