import { Box, Group, Stack, Text } from '@mantine/core';
import type { Model } from '../../../../contract/models.ts';
import { EMOTIONS, type Emotion } from '../../../../core/emotion/emotion.ts';
import { emotionStyle } from '../../../ui/emotion-style.ts';

interface EmotionBarsProps {
  /** In the order of EMOTIONS; null while there is no reading. */
  readonly probabilities: readonly number[] | null;
  readonly model: Model | null;
}

/** Seven bars in their one order. A class that was never measured on real children is hatched. */
export function EmotionBars({ probabilities, model }: EmotionBarsProps) {
  const hatched = (emotion: Emotion) => !model?.classesValidatedOnChildren.includes(emotion);
  return (
    <Stack gap={4}>
      <Stack component="ul" gap={2} m={0} p={0} style={{ listStyle: 'none' }} aria-label="Probability of each emotion">
        {EMOTIONS.map((emotion, i) => (
          <Bar
            key={emotion}
            emotion={emotion}
            probability={probabilities ? probabilities[i]! : null}
            isHatched={hatched(emotion)}
            isKnown={!model || model.classes.includes(emotion)}
          />
        ))}
      </Stack>
      {model && EMOTIONS.some(hatched) && (
        <Text size="sm" c="dimmed">
          Hatched: not validated on real children. The model was tested on {model.testedOn || 'nothing'}, never on a
          ward.
        </Text>
      )}
    </Stack>
  );
}

interface BarProps {
  readonly emotion: Emotion;
  readonly probability: number | null;
  readonly isHatched: boolean;
  /** False for an emotion that the model does not tell. */
  readonly isKnown: boolean;
}

function Bar({ emotion, probability, isHatched, isKnown }: BarProps) {
  const { label, colour } = emotionStyle(emotion);
  const hatch = 'repeating-linear-gradient(-45deg, rgba(255,255,255,0.45) 0 3px, transparent 3px 8px)';
  return (
    <Group component="li" gap="sm" wrap="nowrap">
      <Text w={92} fw={600} lh={1.4}>
        {label}
      </Text>
      <Box flex={1} h={18} bg="gray.2" style={{ borderRadius: 4, overflow: 'hidden' }} aria-hidden>
        <Box
          h="100%"
          w={`${100 * (probability ?? 0)}%`}
          style={{ backgroundColor: colour, backgroundImage: isHatched ? hatch : undefined }}
        />
      </Box>
      <Text w={52} ta="right" ff="monospace" lh={1.4}>
        {!isKnown ? 'n/a' : probability === null ? '–' : `${Math.round(100 * probability)} %`}
      </Text>
    </Group>
  );
}
