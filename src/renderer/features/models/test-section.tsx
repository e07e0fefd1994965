import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModelTest } from '../../../contract/models.ts';
import { EvaluationView } from '../../ui/evaluation-view.tsx';
import { Section } from '../../ui/section.tsx';
import { useShows } from '../../ui/use-shows.ts';

/** A test on one dataset's children: who they are, how often they were looked at, and every figure. */
export function TestSection({ test }: { readonly test: ModelTest }) {
  const shown = useShows();
  const { t } = useTranslation('models');
  const { dataset, shows, realChildren, lookCount, evaluation } = test;
  return (
    <Section
      title={t(($) => $.test.title, { shows: shown(shows) })}
      description={t(($) => (realChildren ? $.test.real : $.test.notReal), { dataset })}
    >
      {lookCount !== null && <Text>{t(($) => $.test.look, { number: lookCount })}</Text>}
      <EvaluationView evaluation={evaluation} of={dataset} />
    </Section>
  );
}
