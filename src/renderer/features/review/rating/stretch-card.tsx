import { Button, Group, Kbd, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { BlindStretch } from '../../../../contract/review/ratings.ts';
import { ANNOTATION_LABELS, type AnnotationLabel } from '../../../../core/emotion/annotation.ts';
import { useLabelWords } from '../annotations/use-label-words.ts';
import { FacePicture } from '../queue/crop-picture.tsx';
import { LABEL_KEYS, PREVIOUS_KEY } from '../queue/label-keys.ts';

/** Few pictures are shown large, many so that all are seen at once. */
const LARGE_PX = 180;
const SMALL_PX = 96;
const FEW_PICTURES = 4;

interface StretchCardProps {
  readonly stretch: BlindStretch;
  readonly isSaving: boolean;
  readonly onAnswer: (answer: AnnotationLabel) => void;
  /** Null before the first answer. */
  readonly onTakeBack: (() => void) | null;
}

/** The pictures of a stretch, and a button and a key for each answer, those of uncertain moments. Of whom it is and what others said stands nowhere. */
export function StretchCard({ stretch, isSaving, onAnswer, onTakeBack }: StretchCardProps) {
  const { t } = useTranslation('ratings');
  const labelWords = useLabelWords();
  const give = (answer: AnnotationLabel) => {
    if (!isSaving) onAnswer(answer);
  };
  const takeBack = () => {
    if (!isSaving) onTakeBack?.();
  };
  useHotkeys([
    ...ANNOTATION_LABELS.map((answer): [string, () => void] => [LABEL_KEYS[answer], () => give(answer)]),
    [PREVIOUS_KEY, takeBack],
  ]);
  const sidePx = stretch.pictures.length > FEW_PICTURES ? SMALL_PX : LARGE_PX;

  return (
    <Stack>
      <Text c="dimmed">{t(($) => $.rating.length, { seconds: stretch.lengthMs / 1000 })}</Text>
      <Group gap="sm">
        {stretch.pictures.map(({ atMs, grey }) => (
          <FacePicture
            key={atMs}
            grey={grey}
            sidePx={sidePx}
            label={t(($) => $.rating.picture, { seconds: atMs / 1000 })}
          />
        ))}
      </Group>
      <Title order={3}>{t(($) => $.rating.question)}</Title>
      <SimpleGrid spacing="xs" style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(min(13.5rem, 100%), 1fr))' }}>
        {ANNOTATION_LABELS.map((answer) => (
          <Button
            key={answer}
            variant="default"
            justify="space-between"
            disabled={isSaving}
            aria-keyshortcuts={LABEL_KEYS[answer]}
            rightSection={<Kbd size="xs">{LABEL_KEYS[answer].toUpperCase()}</Kbd>}
            onClick={() => give(answer)}
          >
            {labelWords(answer)}
          </Button>
        ))}
      </SimpleGrid>
      <Group>
        <Button
          variant="default"
          disabled={isSaving || onTakeBack === null}
          aria-keyshortcuts={PREVIOUS_KEY}
          rightSection={<Kbd size="xs">{PREVIOUS_KEY.toUpperCase()}</Kbd>}
          onClick={takeBack}
        >
          {t(($) => $.rating.back)}
        </Button>
      </Group>
    </Stack>
  );
}
