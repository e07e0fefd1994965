import { Box, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../../contract/models.ts';
import { EMOTIONS, type Emotion } from '../../../../core/emotion/emotion.ts';
import { emotionInk } from '../../../ui/emotion-style.ts';
import { HATCH } from './hatch.ts';
import { type LiveWords, useLiveWords } from './use-live-words.ts';

interface EmotionBarsProps {
  /** In the order of EMOTIONS; null while there is no reading. */
  readonly probabilities: readonly number[] | null;
  readonly model: Model | null;
}

/** Bars stand closer in a low window. */
const BAR_LINE = 'clamp(1.1rem, 2.4vh, 1.4rem)';

/** Seven bars in their one order. A class that was never measured on real children is hatched. */
export function EmotionBars({ probabilities, model }: EmotionBarsProps) {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const hatched = (emotion: Emotion) => !model?.classesValidatedOnChildren.includes(emotion);
  return (
    <Stack gap={2}>
      <Stack component="ul" gap={2} m={0} p={0} style={{ listStyle: 'none' }} aria-label={t(($) => $.reading.bars)}>
        {EMOTIONS.map((emotion, i) => (
          <Bar
            key={emotion}
            emotion={emotion}
            words={words}
            probability={probabilities ? probabilities[i]! : null}
            isHatched={hatched(emotion)}
            figure={
              model && !model.classes.includes(emotion)
                ? t(($) => $.reading.unknownClass)
                : probabilities
                  ? words.share(probabilities[i]!)
                  : '–'
            }
          />
        ))}
      </Stack>
      {model && EMOTIONS.some(hatched) && (
        <Text size="sm" c="dimmed" lh={1.25}>
          {t(($) => $.reading.hatched)}
        </Text>
      )}
    </Stack>
  );
}

interface BarProps {
  readonly emotion: Emotion;
  readonly words: LiveWords;
  readonly probability: number | null;
  readonly isHatched: boolean;
  /** Written at the end of the bar. */
  readonly figure: string;
}

function Bar({ emotion, words, probability, isHatched, figure }: BarProps) {
  return (
    <Group component="li" gap="sm" wrap="nowrap" data-hatched={isHatched}>
      <Text w={92} fw={600} lh={BAR_LINE}>
        {words.emotion(emotion)}
      </Text>
      <Box flex={1} h={18} bg="gray.2" style={{ borderRadius: 4, overflow: 'hidden' }} aria-hidden>
        <Box
          h="100%"
          w={`${100 * (probability ?? 0)}%`}
          style={{
            backgroundColor: emotionInk(emotion),
            backgroundImage: isHatched ? HATCH : undefined,
          }}
        />
      </Box>
      <Text w={52} ta="right" ff="monospace" lh={BAR_LINE}>
        {figure}
      </Text>
    </Group>
  );
}
