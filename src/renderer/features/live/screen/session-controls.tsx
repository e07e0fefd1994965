import { Button, Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { memo, useState } from 'react';
import { formatClock } from '../../../ui/format.ts';
import type { LiveSession } from '../live-session.ts';
import type { LivePhase } from '../live-state.ts';

interface SessionControlsProps {
  readonly session: LiveSession;
  readonly phase: LivePhase;
  readonly elapsedSeconds: number;
}

/** Elapsed time, pause, stop. */
export const SessionControls = memo(function SessionControls({ session, phase, elapsedSeconds }: SessionControlsProps) {
  const [isAsking, setIsAsking] = useState(false);
  const isPaused = phase === 'paused';
  useHotkeys([['p', () => session.setPaused(!isPaused)]]);
  return (
    <Group gap="md" wrap="nowrap">
      <Text fz="1.5rem" fw={700} ff="monospace" role="timer" aria-label="Elapsed time">
        {formatClock(elapsedSeconds * 1000)}
      </Text>
      <Button
        variant="default"
        onClick={() => session.setPaused(!isPaused)}
        aria-keyshortcuts="p"
        rightSection={<Kbd size="xs">P</Kbd>}
      >
        {isPaused ? 'Go on' : 'Pause'}
      </Button>
      <Button color="red.9" onClick={() => setIsAsking(true)} loading={phase === 'stopping'}>
        Stop
      </Button>
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title="Stop this session?">
        <Stack>
          <Text>It cannot be continued afterwards. Everything recorded so far is kept.</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setIsAsking(false)} data-autofocus>
              Go on recording
            </Button>
            <Button
              color="red.9"
              onClick={() => {
                setIsAsking(false);
                void session.stop();
              }}
            >
              Stop session
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
});
