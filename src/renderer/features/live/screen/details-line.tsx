import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveSession } from '../live-session.ts';
import type { LiveState } from '../live-state.ts';
import { useLiveWords } from './use-live-words.ts';

interface DetailsLineProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** Small print: what reads, on what, and how fast. */
export function DetailsLine({ session, state }: DetailsLineProps) {
  const { t } = useTranslation('live');
  const { count } = useLiveWords();
  const { model, backend, readingsPerSecond, cameraName, outbox } = state;
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap" align="flex-start">
      <Group gap="0 var(--mantine-spacing-sm)">
        <Text size="sm" c="dimmed" data-testid="readings-per-second">
          {t(($) => $.details.rate, { rate: count(Math.round(readingsPerSecond)) })}
        </Text>
        <Text size="sm" c="dimmed">
          {cameraName}
        </Text>
        {backend && (
          <Text size="sm" c="dimmed">
            {backend.name}: {backend.reason}
          </Text>
        )}
        {model && (
          <Text size="sm" c="dimmed">
            {t(($) => $.details.model, { id: model.id, version: model.version })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t(($) => $.details.waiting, { waiting: count(outbox.waiting) })}
        </Text>
      </Group>
      {state.isEnrolled && (
        <Button variant="subtle" size="compact-sm" flex="none" onClick={() => session.chooseAgain()}>
          {t(($) => $.details.chooseAgain)}
        </Button>
      )}
    </Group>
  );
}
