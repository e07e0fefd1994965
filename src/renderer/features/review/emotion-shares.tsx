import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Summary } from '../../../contract/sessions.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmotionBadge } from '../../ui/emotion-badge.tsx';
import { emotionInk } from '../../ui/emotion-style.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

/** Time by emotion, "not sure" included, as shares of the time that could be read. */
export function EmotionShares({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const rows = [
    ...EMOTIONS.map((emotion) => ({ emotion, ms: summary.emotionMs[emotion] ?? 0 })),
    { emotion: null, ms: summary.notSureMs },
  ].map((row) => ({ ...row, share: summary.usableMs > 0 ? row.ms / summary.usableMs : 0 }));
  return (
    <Section
      title={t(($) => $.shares.title)}
      description={t(($) => $.shares.description, { length: format.length(summary.usableMs) })}
    >
      <DataTable
        label={t(($) => $.session.tableOf, { what: t(($) => $.shares.title) })}
        rows={rows}
        rowKey={({ emotion }) => emotion ?? 'not-sure'}
        columns={{
          emotion: {
            header: t(($) => $.session.emotion),
            isRowHeader: true,
            cell: ({ emotion }) => <EmotionBadge emotion={emotion} />,
          },
          time: { header: t(($) => $.session.time), align: 'right', cell: ({ ms }) => format.length(ms) },
          share: { header: t(($) => $.session.share), align: 'right', cell: ({ share }) => format.share(share) },
          bar: {
            width: '35%',
            isDecoration: true,
            cell: ({ emotion, share }) => (
              <Box h={12} w={`${share * 100}%`} bg={emotionInk(emotion)} style={{ borderRadius: 2 }} />
            ),
          },
        }}
      />
    </Section>
  );
}
