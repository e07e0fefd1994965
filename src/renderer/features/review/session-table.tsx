import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../../../contract/sessions.ts';
import { formatClock, useFormat } from '../../ui/format.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { Paged } from './paged.tsx';

/** Sessions as a table: the moment of its start leads to a session, the child's code to all of that child's. */
export function SessionTable({ sessions }: { readonly sessions: readonly Session[] }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  return (
    <Paged rows={sessions}>
      {(shown) => (
        <WideTable label={t(($) => $.sessions.title)} minWidthPx={700}>
          <Table verticalSpacing="sm" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t(($) => $.sessions.started)}</Table.Th>
                <Table.Th>{t(($) => $.sessions.child)}</Table.Th>
                <Table.Th>{t(($) => $.sessions.length)}</Table.Th>
                <Table.Th>{t(($) => $.sessions.state)}</Table.Th>
                <Table.Th>{t(($) => $.sessions.source)}</Table.Th>
                <Table.Th>{t(($) => $.sessions.model)}</Table.Th>
                <Table.Th>{t(($) => $.sessions.startedBy)}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((session) => (
                <Table.Tr key={session.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/sessions/${session.id}`} underline="always">
                      {format.dateTime(session.startedAtIso)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>
                    <Anchor
                      component={Link}
                      to={`/sessions/child/${session.childId}`}
                      underline="always"
                      aria-label={t(($) => $.sessions.compareChild, { child: session.childCode })}
                    >
                      {session.childCode}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{formatClock(session.durationMs)}</Table.Td>
                  <Table.Td>{common(($) => $.sessionState[session.state])}</Table.Td>
                  <Table.Td>{common(($) => $.source[session.source])}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {session.modelId} {session.modelVersion}
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{session.startedBy}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Paged>
  );
}
