import { ScrollArea, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../contract/site.ts';
import { useFormat } from '../../ui/format.ts';

/** Entries of the audit log as they are, newest first. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0, 'aria-label': t(($) => $.audit.title) }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(($) => $.audit.number)}</Table.Th>
            <Table.Th>{t(($) => $.audit.when)}</Table.Th>
            <Table.Th>{t(($) => $.audit.who)}</Table.Th>
            <Table.Th>{t(($) => $.audit.action)}</Table.Th>
            <Table.Th>{t(($) => $.audit.subject)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ sequence, atIso, userName, action, subject }) => (
            <Table.Tr key={sequence}>
              <Table.Td>{sequence}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.dateTime(atIso)}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{userName}</Table.Td>
              <Table.Td>{action}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{subject}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
