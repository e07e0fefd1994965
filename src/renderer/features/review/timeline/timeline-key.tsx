import { Group, Kbd, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { EmotionBadge } from '../../../ui/emotion-badge.tsx';

const KEYS = [
  { does: 'scrub', keys: ['←', '→'] },
  { does: 'zoom', keys: ['+', '−'] },
  { does: 'ends', keys: ['Home', 'End'] },
  { does: 'episodes', keys: ['N', 'P'] },
  { does: 'entries', keys: ['J', 'K'] },
  { does: 'select', keys: ['[', ']'] },
  { does: 'correct', keys: ['Enter'] },
  { does: 'play', keys: ['␣'] },
  { does: 'speed', keys: [',', '.'] },
] as const;

/** What the letters, curves and patterns of the timeline mean, and its keys. */
export function TimelineKey() {
  const { t } = useTranslation('review');
  return (
    <>
      <Group gap="md">
        {EMOTIONS.map((emotion) => (
          <EmotionBadge key={emotion} emotion={emotion} />
        ))}
        <EmotionBadge emotion={null} />
      </Group>
      <Text size="sm" c="dimmed">
        {t(($) => $.timeline.key)}
      </Text>
      <SimpleGrid
        className="not-printed"
        cols={{ base: 1, sm: 2, lg: 3 }}
        spacing="xs"
        verticalSpacing={4}
        aria-label={t(($) => $.timeline.keys.title)}
        role="group"
      >
        {KEYS.map(({ does, keys }) => (
          <Group key={does} gap={6} wrap="nowrap">
            {keys.map((key) => (
              <Kbd key={key} size="xs">
                {key}
              </Kbd>
            ))}
            <Text size="sm">{t(($) => $.timeline.keys[does])}</Text>
          </Group>
        ))}
      </SimpleGrid>
    </>
  );
}
