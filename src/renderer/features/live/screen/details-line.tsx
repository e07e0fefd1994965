import { Button, Group, Text } from '@mantine/core';
import type { LiveSession } from '../live-session.ts';
import type { LiveState } from '../live-state.ts';

interface DetailsLineProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** Small print: what reads, on what, and how fast. */
export function DetailsLine({ session, state }: DetailsLineProps) {
  const { model, backend, readingsPerSecond, cameraName, outbox } = state;
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap" align="flex-start">
      <Group gap="0 var(--mantine-spacing-sm)">
        <Text size="sm" c="dimmed" data-testid="readings-per-second">
          {readingsPerSecond.toFixed(0)} readings/s
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
            Model {model.id} {model.version}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {outbox.waiting} waiting to be stored
        </Text>
      </Group>
      {state.isEnrolled && (
        <Button variant="subtle" size="compact-sm" flex="none" onClick={() => session.chooseAgain()}>
          Choose the child again
        </Button>
      )}
    </Group>
  );
}
