import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../contract/training.ts';
import { useCall } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';
import { useEvaluationN } from '../../../ui/use-evaluation-n.ts';
import { useRunWords, useStateWords } from './use-run-words.ts';

/** All runs, newest first. */
export function RunsSection() {
  const { t } = useTranslation('training');
  const runs = useCall('runs.list', {});
  return (
    <Section title={t(($) => $.runs.title)}>
      <Loaded query={runs} what={t(($) => $.runs.what)}>
        {(list) => <RunTable runs={list} />}
      </Loaded>
    </Section>
  );
}

function RunTable({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const runWords = useRunWords();
  const stateWords = useStateWords();
  const evaluationN = useEvaluationN();
  return (
    <DataTable
      label={t(($) => $.runs.list)}
      minWidthPx={680}
      empty={t(($) => $.runs.none)}
      rows={runs}
      rowKey={({ id }) => id}
      columns={{
        run: {
          header: t(($) => $.runs.run),
          wrap: 'anywhere',
          minWidthPx: 140,
          cell: ({ id, name }) => <PageLink to={`/training/runs/${id}`}>{name}</PageLink>,
        },
        started: { header: t(($) => $.runs.started), cell: ({ startedAtIso }) => format.dateTime(startedAtIso) },
        state: { header: t(($) => $.runs.state), cell: stateWords },
        how: { header: t(($) => $.runs.how), cell: runWords },
        result: {
          header: t(($) => $.runs.result),
          cell: ({ test }) => (test ? <Figure figure={test.balancedAccuracy} n={evaluationN(test)} /> : '—'),
        },
      }}
    />
  );
}
