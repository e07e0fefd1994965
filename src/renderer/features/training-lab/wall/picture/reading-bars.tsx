import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WallImage } from '../../../../../contract/wall.ts';
import { EMOTIONS } from '../../../../../core/emotion/emotion.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { EmotionBadge } from '../../../../ui/emotion-badge.tsx';
import { emotionInk } from '../../../../ui/emotion-style.ts';
import { useFormat } from '../../../../ui/format.ts';

/** What a model says of an image: seven bars. */
export function ReadingBars({ reading }: { readonly reading: WallImage['reading'] }) {
  const { t } = useTranslation('wall');
  const format = useFormat();
  if (!reading) return <Text size="sm">{t(($) => $.image.notRead)}</Text>;
  const title = t(($) => $.image.says, { model: `${reading.modelId} ${reading.version}` });
  return (
    <div>
      <Text fw={600} size="sm">
        {title}
      </Text>
      {!reading.isInUse && <Text size="sm">{t(($) => $.image.earlierModel)}</Text>}
      <DataTable
        label={title}
        verticalSpacing={2}
        rows={EMOTIONS.map((emotion, k) => ({ emotion, probability: reading.probabilities[k] ?? 0 }))}
        rowKey={({ emotion }) => emotion}
        columns={{
          emotion: { isRowHeader: true, cell: ({ emotion }) => <EmotionBadge emotion={emotion} /> },
          probability: { align: 'right', wrap: 'never', cell: ({ probability }) => format.share(probability) },
          bar: {
            width: '35%',
            isDecoration: true,
            cell: ({ emotion, probability }) => (
              <Box h={10} w={`${probability * 100}%`} bg={emotionInk(emotion)} style={{ borderRadius: 2 }} />
            ),
          },
        }}
      />
    </div>
  );
}
