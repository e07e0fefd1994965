import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { DataTable } from './data-table.tsx';
import { EmotionBadge } from './emotion-badge.tsx';
import { Figure } from './figure.tsx';
import { useFormat } from './format.ts';

/** Recall and precision of each emotion. */
export function PerClassTable({ perClass }: Pick<Evaluation, 'perClass'>) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  return (
    <DataTable
      label={t(($) => $.byEmotionTable)}
      minWidthPx={460}
      rows={perClass}
      rowKey={({ emotion }) => emotion}
      columns={{
        emotion: {
          header: t(($) => $.emotion),
          isRowHeader: true,
          cell: ({ emotion }) => <EmotionBadge emotion={emotion} />,
        },
        recall: {
          header: t(($) => $.measure.recall),
          cell: ({ recall, images }) => <Figure figure={recall} n={t(($) => $.images, { count: images })} />,
        },
        precision: {
          header: t(($) => $.measure.precision),
          cell: ({ precision }) => (
            <Text span inherit ff="monospace">
              {precision === null ? t(($) => $.neverRead) : format.figure(precision)}
            </Text>
          ),
        },
      }}
    />
  );
}
