import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Run } from '../../../contract/training.ts';
import { useCall } from '../../client/use-call.ts';
import { evaluationN } from '../../ui/evaluation-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { formatCount, formatDateTime } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { WideTable } from '../../ui/wide-table.tsx';
import { LEARNER_WORDS, REGIME_WORDS } from '../../ui/words.ts';
import { RUN_STATE_WORDS } from './run-words.ts';

/** All runs, newest first. */
export function RunsSection() {
  const runs = useCall('runs.list', {});
  return (
    <Section title="Runs">
      <Loaded query={runs} what="the runs">
        {(list) => (list.length === 0 ? <Text>No run yet.</Text> : <RunTable runs={list} />)}
      </Loaded>
    </Section>
  );
}

function RunTable({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <WideTable label="List of runs" minWidthPx={680}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Run</Table.Th>
            <Table.Th>Started</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>How</Table.Th>
            <Table.Th>Balanced accuracy on the test</Table.Th>
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
                <Table.Td>{formatDateTime(run.startedAtIso)}</Table.Td>
                <Table.Td>{RUN_STATE_WORDS[run.state]}</Table.Td>
                <Table.Td>
                  {LEARNER_WORDS[run.learner]}, {REGIME_WORDS[run.regime].toLowerCase()},{' '}
                  {formatCount(run.epochs, 'epoch')}
                </Table.Td>
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
