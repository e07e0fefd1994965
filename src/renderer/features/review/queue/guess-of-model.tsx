import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UncertainMoment } from '../../../../contract/review/review.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { EmotionBadge } from '../../../ui/emotion-badge.tsx';
import { useFormat } from '../../../ui/format.ts';

/** What the model hesitated between at a moment, for whoever has answered it. */
export function GuessOfModel({ moment }: { readonly moment: UncertainMoment }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const topTwo = EMOTIONS.map((emotion, k) => ({ emotion, probability: moment.probabilities[k] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 2);
  return (
    <Group>
      <Text>{t(($) => $.queue.between)}</Text>
      {topTwo.map(({ emotion, probability }) => (
        <Group key={emotion} gap={6}>
          <EmotionBadge emotion={emotion} />
          <Text>{format.share(probability)}</Text>
        </Group>
      ))}
      <Text c="dimmed">{t(($) => $.queue.uncertainty, { share: format.share(moment.uncertainty) })}</Text>
    </Group>
  );
}
