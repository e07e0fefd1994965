import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../contract/sessions.ts';
import { formatClock } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { WideTable } from '../../ui/wide-table.tsx';
import { ShowButton } from './show-button.tsx';
import { useMarkerWords } from './timeline/use-lanes.ts';

interface MarkerTableProps {
  readonly markers: Timeline['markers'];
  readonly onShow: (fromMs: number, toMs: number) => void;
}

/** What staff marked, in order of time. */
export function MarkerTable({ markers, onShow }: MarkerTableProps) {
  const { t } = useTranslation('review');
  const markerWords = useMarkerWords();
  return (
    <Section title={t(($) => $.markers.title)}>
      {markers.length === 0 ? (
        <Text>{t(($) => $.markers.none)}</Text>
      ) : (
        <WideTable label={t(($) => $.session.tableOf, { what: t(($) => $.markers.title) })} minWidthPx={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t(($) => $.markers.at)}</Table.Th>
                <Table.Th>{t(($) => $.markers.event)}</Table.Th>
                <Table.Th>{t(($) => $.markers.words)}</Table.Th>
                <Table.Th>{t(($) => $.markers.by)}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {markers.map((marker) => (
                <Table.Tr key={marker.id}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>
                    <ShowButton atMs={marker.atMs} onShow={() => onShow(marker.atMs, marker.toMs ?? marker.atMs)} />{' '}
                    {marker.toMs !== null && t(($) => $.markers.until, { at: formatClock(marker.toMs) })}
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{markerWords(marker)}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{marker.kind !== 'custom' && marker.text}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{marker.by}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Section>
  );
}
