import { Button, Group, Kbd, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { UncertainMoment } from '../../../../contract/review/review.ts';
import { ANNOTATION_LABELS, type AnnotationLabel } from '../../../../core/emotion/annotation.ts';
import { mayCall } from '../../../client/may-call.ts';
import { formatClock, useFormat } from '../../../ui/format.ts';
import { PageLink } from '../../../ui/page-link.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { useLabelWords } from '../annotations/use-label-words.ts';
import { wallClockBegan } from '../session-time.tsx';
import { CropPicture } from './crop-picture.tsx';
import { LABEL_KEYS, PREVIOUS_KEY, SKIP_KEY } from './label-keys.ts';

interface MomentCardProps {
  readonly moment: UncertainMoment;
  readonly isSaving: boolean;
  readonly onLabel: (label: AnnotationLabel) => void;
  readonly onSkip: () => void;
  /** Null at the first moment. */
  readonly onPrevious: (() => void) | null;
}

/**
 * One moment of doubt: its picture, and a button and a key for each answer. What the model made of it is not told before:
 * who has heard it sees it, too.
 */
export function MomentCard({ moment, isSaving, onLabel, onSkip, onPrevious }: MomentCardProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const labelWords = useLabelWords();
  const { user } = useSite();
  const began = wallClockBegan(moment);
  const wall = began === null ? null : format.timeOfDay(Date.parse(began) + moment.fromMs);
  const answer = (label: AnnotationLabel) => {
    if (!isSaving) onLabel(label);
  };
  useHotkeys([
    ...ANNOTATION_LABELS.map((label): [string, () => void] => [LABEL_KEYS[label], () => answer(label)]),
    [SKIP_KEY, onSkip],
    [PREVIOUS_KEY, () => onPrevious?.()],
  ]);

  return (
    <Group align="flex-start" gap="xl">
      <CropPicture
        sessionId={moment.sessionId}
        // The middle: the picture nearest the beginning may show the time before, and the answer would be about that.
        atMs={(moment.fromMs + moment.toMs) / 2}
      />
      <Stack gap="sm" flex="1 1 24rem">
        <Text style={{ overflowWrap: 'anywhere' }}>
          {t(($) => $.queue.of, {
            child: moment.childCode,
            when: format.dateTime(moment.startedAtIso),
            at: wall === null ? formatClock(moment.fromMs) : `${formatClock(moment.fromMs)} (${wall})`,
          })}
        </Text>
        <Title order={3}>{t(($) => $.queue.question)}</Title>
        <SimpleGrid spacing="xs" style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(min(13.5rem, 100%), 1fr))' }}>
          {ANNOTATION_LABELS.map((label) => (
            <Button
              key={label}
              variant="default"
              justify="space-between"
              disabled={isSaving}
              aria-keyshortcuts={LABEL_KEYS[label]}
              rightSection={<Kbd size="xs">{LABEL_KEYS[label].toUpperCase()}</Kbd>}
              onClick={() => answer(label)}
            >
              {labelWords(label)}
            </Button>
          ))}
        </SimpleGrid>
        <Group>
          <Button
            variant="default"
            aria-keyshortcuts={SKIP_KEY}
            rightSection={<Kbd size="xs">{SKIP_KEY.toUpperCase()}</Kbd>}
            onClick={onSkip}
          >
            {t(($) => $.queue.skip)}
          </Button>
          <Button
            variant="default"
            disabled={onPrevious === null}
            aria-keyshortcuts={PREVIOUS_KEY}
            rightSection={<Kbd size="xs">{PREVIOUS_KEY.toUpperCase()}</Kbd>}
            onClick={() => onPrevious?.()}
          >
            {t(($) => $.queue.previous)}
          </Button>
          {mayCall(user.role, 'sessions.timeline') && (
            <PageLink to={`/sessions/${moment.sessionId}`}>{t(($) => $.queue.open)}</PageLink>
          )}
        </Group>
      </Stack>
    </Group>
  );
}
