import { ScrollArea, Table, Text } from '@mantine/core';
import type { Episode } from '../../../contract/sessions.ts';
import { EmotionBadge } from '../../ui/emotion-badge.tsx';
import { formatLength, formatShare } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { ShowButton } from './show-button.tsx';

interface EpisodeTableProps {
  readonly episodes: readonly Episode[];
  readonly onShow: (fromMs: number, toMs: number) => void;
}

/** Stretches in which one emotion held; each leads to its place on the timeline. */
export function EpisodeTable({ episodes, onShow }: EpisodeTableProps) {
  return (
    <Section title="Episodes" description="Stretches in which one emotion held, with its mean confidence.">
      {episodes.length === 0 ? (
        <Text>No emotion held long enough to be an episode.</Text>
      ) : (
        <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0, 'aria-label': 'Episodes' }}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>From</Table.Th>
                <Table.Th>Length</Table.Th>
                <Table.Th>Emotion</Table.Th>
                <Table.Th ta="right">Confidence</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {episodes.map(({ emotion, fromMs, toMs, meanProbability }) => (
                <Table.Tr key={fromMs}>
                  <Table.Td>
                    <ShowButton atMs={fromMs} onShow={() => onShow(fromMs, toMs)} />
                  </Table.Td>
                  <Table.Td>{formatLength(toMs - fromMs)}</Table.Td>
                  <Table.Td>
                    <EmotionBadge emotion={emotion} />
                  </Table.Td>
                  <Table.Td ta="right">{formatShare(meanProbability)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </Section>
  );
}
