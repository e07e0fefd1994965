import { Group, Text } from '@mantine/core';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { EmotionBadge } from '../../ui/emotion-badge.tsx';

/** What the colours, letters and bands of the timeline mean. */
export function TimelineKey() {
  return (
    <>
      <Group gap="md">
        {EMOTIONS.map((emotion) => (
          <EmotionBadge key={emotion} emotion={emotion} />
        ))}
        <EmotionBadge emotion={null} />
      </Group>
      <Text size="sm" c="dimmed">
        Line: mean confidence, faint where not sure. Shaded band: lowest to highest single reading. Strip below: the
        emotion named most often. Hatched: no reading.
      </Text>
    </>
  );
}
