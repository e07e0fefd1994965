import { Group, Text } from '@mantine/core';
import { RenderedOnly } from '../../../ui/rendered-only.tsx';
import type { LiveState } from '../live-state.ts';

/** Small print: what reads, how fast, and what it was validated on. */
export function DetailsLine({ state }: { readonly state: LiveState }) {
  const { model, backend, readingsPerSecond, cameraName, outbox } = state;
  return (
    <Group gap="md" justify="space-between">
      <Group gap="md">
        <Text size="sm" c="dimmed" data-testid="readings-per-second">
          {readingsPerSecond.toFixed(0)} readings/s
        </Text>
        <Text size="sm" c="dimmed">
          {cameraName}
        </Text>
        {backend && (
          <Text size="sm" c="dimmed">
            Runs on {backend.name}: {backend.reason}
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
      {model && <RenderedOnly model={model} />}
    </Group>
  );
}
