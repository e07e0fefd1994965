import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { emotionInk } from './emotion-style.ts';
import { useEmotionGlyph } from './use-emotion-glyph.ts';

/** An emotion's swatch with its letters, and its word: told apart without seeing the colour. */
export function EmotionBadge({ emotion }: { readonly emotion: Emotion | null }) {
  const { t } = useTranslation('common');
  const glyph = useEmotionGlyph();
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
        style={{ border: `2px solid ${emotionInk(emotion)}`, borderRadius: 4, color: 'var(--mantine-color-text)' }}
      >
        {glyph(emotion)}
      </Text>
      <Text span>{emotion === null ? t(($) => $.notSure) : t(($) => $.emotion[emotion])}</Text>
    </Group>
  );
}
