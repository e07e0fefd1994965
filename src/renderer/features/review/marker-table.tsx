import { Table, Text } from '@mantine/core';
import type { Timeline } from '../../../contract/sessions.ts';
import { MARKER_WORDS } from '../../../core/emotion/marker-words.ts';
import { Section } from '../../ui/section.tsx';
import { ShowButton } from './show-button.tsx';

interface MarkerTableProps {
  readonly markers: Timeline['markers'];
  readonly onShow: (fromMs: number, toMs: number) => void;
}

/** What staff marked, in order of time. */
export function MarkerTable({ markers, onShow }: MarkerTableProps) {
  return (
    <Section title="Markers">
      {markers.length === 0 ? (
        <Text>Nothing was marked.</Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>At</Table.Th>
              <Table.Th>Event</Table.Th>
              <Table.Th>Words</Table.Th>
              <Table.Th>By</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {markers.map(({ id, atMs, kind, text, by }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <ShowButton atMs={atMs} onShow={() => onShow(atMs, atMs)} />
                </Table.Td>
                <Table.Td>{MARKER_WORDS[kind]}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{text}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{by}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
