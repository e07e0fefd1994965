import { Text } from '@mantine/core';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { DataTable } from './data-table.tsx';
import { EmotionBadge } from './emotion-badge.tsx';
import { Figure } from './figure.tsx';
import { useFormat } from './format.ts';
import { PicturesLink } from './pictures-link.tsx';
import { PicturesOfRun } from './pictures-of-run.ts';

/** Recall and precision of each emotion. */
export function PerClassTable({
  perClass,
  classes,
  confusion,
}: Pick<Evaluation, 'perClass' | 'classes' | 'confusion'>) {
  const { t } = useTranslation('evaluation');
  const { t: results } = useTranslation('results');
  const { t: common } = useTranslation('common');
  const hasPictures = use(PicturesOfRun) !== null;
  const format = useFormat();
  const readAs = (emotion: Emotion) => confusion.reduce((sum, row) => sum + (row[classes.indexOf(emotion)] ?? 0), 0);
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
        ...(hasPictures
          ? {
              pictures: {
                header: results(($) => $.pictures.images),
                align: 'right' as const,
                cell: ({ emotion, images }: Evaluation['perClass'][number]) => (
                  <PicturesLink
                    choice={{ truth: emotion }}
                    count={images}
                    label={results(($) => $.pictures.openEmotion, {
                      images: t(($) => $.images, { count: images }),
                      shown: common(($) => $.emotion[emotion]).toLowerCase(),
                    })}
                  >
                    {format.number(images)}
                  </PicturesLink>
                ),
              },
            }
          : {}),
        precision: {
          header: t(($) => $.measure.precision),
          cell: ({ emotion, precision }) =>
            precision === null ? (
              t(($) => $.neverRead)
            ) : (
              <Text span>
                <Text span ff="monospace">
                  {format.figure(precision)}
                </Text>{' '}
                <Text span c="dimmed" size="sm">
                  {t(($) => $.readAs, { images: t(($) => $.images, { count: readAs(emotion) }) })}
                </Text>
              </Text>
            ),
        },
      }}
    />
  );
}
