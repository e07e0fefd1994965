import { Table, Text } from '@mantine/core';
import type { Summary } from '../../../contract/sessions.ts';
import { formatLength, formatShare } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { gapWords } from '../../ui/words.ts';

/** Time without a reading, by reason, longest first. */
export function GapReasons({ summary }: { readonly summary: Summary }) {
  const reasons = Object.entries(summary.gapMsByReason)
    .filter(([, ms]) => ms > 0)
    .sort(([, a], [, b]) => b - a);
  return (
    <Section title="Gaps" description="Time without a reading, and why.">
      {reasons.length === 0 ? (
        <Text>No gaps.</Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Reason</Table.Th>
              <Table.Th ta="right">Time</Table.Th>
              <Table.Th ta="right">Share of the session</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reasons.map(([reason, ms]) => (
              <Table.Tr key={reason}>
                <Table.Td>{gapWords(reason)}</Table.Td>
                <Table.Td ta="right">{formatLength(ms)}</Table.Td>
                <Table.Td ta="right">{formatShare(summary.durationMs > 0 ? ms / summary.durationMs : 0)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
