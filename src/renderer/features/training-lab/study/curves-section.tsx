import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudyFindings } from '../../../../contract/study.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { CurveChart } from './curve-chart.tsx';
import { useSchemeWords } from './use-scheme-words.ts';

/** The learning curves as pictures, a learner each, and as a table. */
export function CurvesSection({ findings }: { readonly findings: StudyFindings }) {
  const { t } = useTranslation('study');
  const { t: training } = useTranslation('training');
  const format = useFormat();
  const words = useSchemeWords();
  const { curves, testChildren } = findings;
  const byLearner = [...Map.groupBy(curves, ({ learner }) => learner)];
  return (
    <Section title={t(($) => $.curves.title)} description={t(($) => $.curves.description)}>
      <SimpleGrid cols={{ base: 1, md: Math.min(2, byLearner.length) }}>
        {byLearner.map(([learner, own]) => (
          <Stack key={learner} gap={4}>
            <Title order={3} size="h5">
              {training(($) => $.learner[learner])}
            </Title>
            <CurveChart learner={learner} curves={own} />
          </Stack>
        ))}
      </SimpleGrid>
      <DataTable
        label={t(($) => $.curves.table)}
        minWidthPx={680}
        rows={curves}
        rowKey={({ learner, regime, size }) => [learner, regime, size].join(' ')}
        groupOf={({ learner }) => training(($) => $.learner[learner])}
        columns={{
          regime: { header: t(($) => $.curves.regime), isRowHeader: true, cell: (point) => words(point).regime },
          size: { header: t(($) => $.curves.images), align: 'right', cell: ({ size }) => format.number(size) },
          repetitions: {
            header: t(($) => $.curves.repetitions),
            align: 'right',
            cell: ({ seeds }) => format.number(seeds),
          },
          accuracy: {
            header: t(($) => $.curves.accuracy),
            cell: ({ estimate }) =>
              estimate ? <Figure figure={estimate} n={t(($) => $.curves.n, { children: testChildren })} /> : '—',
          },
        }}
      />
    </Section>
  );
}
