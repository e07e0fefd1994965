import { Accordion, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModelTest } from '../../../contract/models.ts';
import { EvaluationCautions } from '../../ui/evaluation-cautions.tsx';
import { EvaluationView } from '../../ui/evaluation-view.tsx';
import { Section } from '../../ui/section.tsx';
import { useShows } from '../../ui/use-shows.ts';
import { VerdictView } from '../../ui/verdict-view.tsx';

/** A test on one dataset's children: who they are, how often they were looked at, what it came to, and, folded away, every figure. */
export function TestSection({ test }: { readonly test: ModelTest }) {
  const shown = useShows();
  const { t } = useTranslation('models');
  const { dataset, shows, realChildren, lookCount, evaluation } = test;
  return (
    <Section
      title={t(($) => $.test.title, { shows: shown(shows) })}
      description={t(($) => (realChildren ? $.test.real : $.test.notReal), { dataset })}
    >
      <VerdictView test={evaluation} />
      <EvaluationCautions evaluation={evaluation} />
      {lookCount !== null && <Text>{t(($) => $.test.look, { number: lookCount })}</Text>}
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="figures">
          <Accordion.Control>{t(($) => $.test.figures)}</Accordion.Control>
          <Accordion.Panel>
            <EvaluationView evaluation={evaluation} of={dataset} headingOrder={4} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Section>
  );
}
