import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { Session } from '../../../contract/sessions.ts';
import { formatClock, formatDateTime } from '../../ui/format.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { SOURCE_WORDS, STATE_WORDS } from './session-words.ts';

/** Sessions as a table; the moment of its start leads to a session. */
export function SessionTable({ sessions }: { readonly sessions: readonly Session[] }) {
  return (
    <WideTable label="Sessions" minWidthPx={700}>
      <Table verticalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Started</Table.Th>
            <Table.Th>Child</Table.Th>
            <Table.Th>Length</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Camera</Table.Th>
            <Table.Th>Model</Table.Th>
            <Table.Th>Started by</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Td>
                <Anchor component={Link} to={`/sessions/${session.id}`} underline="always">
                  {formatDateTime(session.startedAtIso)}
                </Anchor>
              </Table.Td>
              <Table.Td>{session.childCode}</Table.Td>
              <Table.Td>{formatClock(session.durationMs)}</Table.Td>
              <Table.Td>{STATE_WORDS[session.state]}</Table.Td>
              <Table.Td>{SOURCE_WORDS[session.source]}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {session.modelId} {session.modelVersion}
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{session.startedBy}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
