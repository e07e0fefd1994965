import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Run } from '../../../contract/training.ts';
import { useCall } from '../../client/use-call.ts';
import { Figure } from '../../ui/figure.tsx';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { useEvaluationN } from '../../ui/use-evaluation-n.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { useRunWords } from './use-run-words.ts';

/** All runs, newest first. */
export function RunsSection() {
  const { t } = useTranslation('training');
  const runs = useCall('runs.list', {});
  return (
    <Section title={t(($) => $.runs.title)}>
      <Loaded query={runs} what={t(($) => $.runs.what)}>
        {(list) => (list.length === 0 ? <Text>{t(($) => $.runs.none)}</Text> : <RunTable runs={list} />)}
      </Loaded>
    </Section>
  );
}

function RunTable({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const runWords = useRunWords();
  const evaluationN = useEvaluationN();
  return (
    <WideTable label={t(($) => $.runs.list)} minWidthPx={680}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(($) => $.runs.run)}</Table.Th>
            <Table.Th>{t(($) => $.runs.started)}</Table.Th>
            <Table.Th>{t(($) => $.runs.state)}</Table.Th>
            <Table.Th>{t(($) => $.runs.how)}</Table.Th>
            <Table.Th>{t(($) => $.runs.result)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs
            .toSorted((a, b) => b.startedAtIso.localeCompare(a.startedAtIso))
            .map((run) => (
              <Table.Tr key={run.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Anchor component={Link} to={`/training/runs/${run.id}`} underline="always">
                    {run.name}
                  </Anchor>
                </Table.Td>
                <Table.Td>{format.dateTime(run.startedAtIso)}</Table.Td>
                <Table.Td>{t(($) => $.state[run.state])}</Table.Td>
                <Table.Td>{runWords(run)}</Table.Td>
                <Table.Td>
                  {run.test ? <Figure figure={run.test.balancedAccuracy} n={evaluationN(run.test)} /> : '—'}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
