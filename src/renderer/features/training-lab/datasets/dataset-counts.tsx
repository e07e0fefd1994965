import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../../../contract/datasets.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { useFormat } from '../../../ui/format.ts';

/** How much of what a run could use is in a dataset, and what keeps images out of runs. */
export function DatasetCounts({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslation('datasets');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const byEmotion = EMOTIONS.map(
    (emotion) => `${common(($) => $.emotion[emotion])} ${format.number(dataset.imagesByEmotion[emotion] ?? 0)}`,
  );
  return (
    <>
      <Text>
        {t(($) => $.holds, {
          images: t(($) => $.images, { count: dataset.images }),
          children: t(($) => $.children, { count: dataset.children }),
          adults: t(($) => $.adults, { count: dataset.adults }),
        })}
      </Text>
      <Text size="sm">{byEmotion.join(' · ')}</Text>
      {dataset.withoutConsent.images > 0 && (
        <Text size="sm" fw={600}>
          {t(($) => $.withoutConsent, {
            count: dataset.withoutConsent.children,
            images: t(($) => $.images, { count: dataset.withoutConsent.images }),
          })}
        </Text>
      )}
      {dataset.statement?.consent === 'none' && (
        <Text size="sm" fw={600}>
          {t(($) => $.statement.consentNone)}
        </Text>
      )}
      {!dataset.subjectsKnown && (
        <Text size="sm" fw={600}>
          {t(($) => $.subjectsUnknown)}
        </Text>
      )}
    </>
  );
}
