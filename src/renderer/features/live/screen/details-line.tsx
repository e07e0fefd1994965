import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShows } from '../../../ui/use-shows.ts';
import { MirrorButton } from '../picture/mirror-button.tsx';
import type { LiveSession } from '../session/live-session.ts';
import type { LiveState } from '../session/live-state.ts';
import { NextCameraButton } from './camera/next-camera-button.tsx';
import { useLiveWords } from './use-live-words.ts';

interface DetailsLineProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** Of a model's digest: enough to compare by eye with its card's or a report's. */
const DIGITS_SHOWN = 12;

/** About three seconds of readings: some are always on their way. */
const MANY_WAITING = 100;

/** Small print: which model reads, on what, and how fast; that the machine cannot keep up is said there and not small. */
export function DetailsLine({ session, state }: DetailsLineProps) {
  const { t } = useTranslation('live');
  const { count } = useLiveWords();
  const shown = useShows();
  const { model, backend, readingsPerSecond, readsEveryMs, cameraName, outbox } = state;
  const rate = count(Math.round(readingsPerSecond));
  // What matters least comes last: a narrow window cuts the line off there.
  const details = [
    model &&
      t(($) => $.details.testedOn, {
        shows: model.testedOn ? shown(model.testedOn) : t(($) => $.details.testedOnNothing),
      }),
    outbox.waiting > MANY_WAITING && t(($) => $.details.waiting, { waiting: count(outbox.waiting) }),
    model &&
      t(($) => $.details.model, { id: model.id, version: model.version, digest: model.digest.slice(0, DIGITS_SHOWN) }),
    cameraName,
    backend && `${backend.name}: ${backend.reason}`,
  ].filter(Boolean);
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      {readsEveryMs === null ? (
        <Text size="sm" c="dimmed" flex="none" data-testid="readings-per-second">
          {t(($) => $.details.rate, { rate })}
        </Text>
      ) : (
        <Text size="sm" fw={600} flex="none" data-testid="readings-per-second">
          {t(($) => $.details.slow, { rate })}
        </Text>
      )}
      <Text size="sm" c="dimmed" flex={1} lh={1.2} lineClamp={2} title={details.join(' · ')}>
        {details.join(' · ')}
      </Text>
      <NextCameraButton session={session} state={state} />
      <MirrorButton facing={state.facing} />
      {state.isEnrolled && (
        <Button variant="subtle" size="compact-sm" flex="none" onClick={() => session.chooseAgain()}>
          {t(($) => $.details.chooseAgain)}
        </Button>
      )}
    </Group>
  );
}
