import { Box, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Summary } from '../../../contract/sessions.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { EmotionBadge } from '../../ui/emotion-badge.tsx';
import { emotionStyle } from '../../ui/emotion-style.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

/** Time by emotion, "not sure" among them, as shares of the time that could be read. */
export function EmotionShares({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const rows = [
    ...EMOTIONS.map((emotion) => ({ emotion, ms: summary.emotionMs[emotion] ?? 0 })),
    { emotion: null, ms: summary.notSureMs },
  ];
  return (
    <Section
      title={t(($) => $.shares.title)}
      description={t(($) => $.shares.description, { length: format.length(summary.usableMs) })}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(($) => $.session.emotion)}</Table.Th>
            <Table.Th ta="right">{t(($) => $.session.time)}</Table.Th>
            <Table.Th ta="right">{t(($) => $.session.share)}</Table.Th>
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
                <Table.Td ta="right">{format.length(ms)}</Table.Td>
                <Table.Td ta="right">{format.share(share)}</Table.Td>
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
