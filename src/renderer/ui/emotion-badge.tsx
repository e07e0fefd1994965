import { Group, Text } from '@mantine/core';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { emotionStyle } from './emotion-style.ts';

/** An emotion's swatch with its letters, and its word: told apart without seeing the colour. */
export function EmotionBadge({ emotion }: { readonly emotion: Emotion | null }) {
  const { label, colour, glyph } = emotionStyle(emotion);
  return (
    <Group gap={8} wrap="nowrap" component="span" display="inline-flex">
      <Text
        span
        aria-hidden
        size="xs"
        fw={700}
        w={26}
        lh="22px"
        ta="center"
        style={{ border: `2px solid ${colour}`, borderRadius: 4, color: '#1d242a' }}
      >
        {glyph}
      </Text>
      <Text span>{label}</Text>
    </Group>
  );
}
