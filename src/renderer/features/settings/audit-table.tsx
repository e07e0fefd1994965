import { ScrollArea, Table } from '@mantine/core';
import type { AuditEntry } from '../../../contract/site.ts';
import { formatDateTime } from '../../ui/format.ts';

/** Entries of the audit log as they are, newest first. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0, 'aria-label': 'Audit log' }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>No.</Table.Th>
            <Table.Th>When</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>On what</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ sequence, atIso, userName, action, subject }) => (
            <Table.Tr key={sequence}>
              <Table.Td>{sequence}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDateTime(atIso)}</Table.Td>
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
