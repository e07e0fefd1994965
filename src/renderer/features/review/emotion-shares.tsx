import { Box, Table } from '@mantine/core';
import type { Summary } from '../../../contract/sessions.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { EmotionBadge } from '../../ui/emotion-badge.tsx';
import { emotionStyle } from '../../ui/emotion-style.ts';
import { formatLength, formatShare } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

/** Time by emotion, "not sure" among them, as shares of the time that could be read. */
export function EmotionShares({ summary }: { readonly summary: Summary }) {
  const rows = [
    ...EMOTIONS.map((emotion) => ({ emotion, ms: summary.emotionMs[emotion] ?? 0 })),
    { emotion: null, ms: summary.notSureMs },
  ];
  return (
    <Section title="Emotions" description={`Shares of the ${formatLength(summary.usableMs)} that could be read.`}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Emotion</Table.Th>
            <Table.Th ta="right">Time</Table.Th>
            <Table.Th ta="right">Share</Table.Th>
            <Table.Td w="35%" aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ emotion, ms }) => {
            const share = summary.usableMs > 0 ? ms / summary.usableMs : 0;
            return (
              <Table.Tr key={emotion ?? 'not-sure'}>
                <Table.Td>
                  <EmotionBadge emotion={emotion} />
                </Table.Td>
                <Table.Td ta="right">{formatLength(ms)}</Table.Td>
                <Table.Td ta="right">{formatShare(share)}</Table.Td>
                <Table.Td aria-hidden>
                  <Box h={12} w={`${share * 100}%`} bg={emotionStyle(emotion).colour} style={{ borderRadius: 2 }} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
