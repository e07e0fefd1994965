import { Button, Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../ui/format.ts';
import type { LiveSession } from '../session/live-session.ts';
import type { LivePhase } from '../session/live-state.ts';

interface SessionControlsProps {
  readonly session: LiveSession;
  readonly phase: LivePhase;
  readonly elapsedSeconds: number;
}

/** Elapsed time, pause, stop. */
export const SessionControls = memo(function SessionControls({ session, phase, elapsedSeconds }: SessionControlsProps) {
  const { t } = useTranslation('live');
  const [isAsking, setIsAsking] = useState(false);
  const isPaused = phase === 'paused';
  useHotkeys([['p', () => session.setPaused(!isPaused)]]);
  return (
    <Group gap="md" wrap="nowrap">
      <Text fz="1.5rem" fw={700} ff="monospace" role="timer" aria-label={t(($) => $.controls.elapsed)}>
        {formatClock(elapsedSeconds * 1000)}
      </Text>
      <Button
        variant="default"
        onClick={() => session.setPaused(!isPaused)}
        aria-keyshortcuts="p"
        rightSection={<Kbd size="xs">P</Kbd>}
      >
        {t(($) => (isPaused ? $.controls.goOn : $.controls.pause))}
      </Button>
      <Button color="red.9" onClick={() => setIsAsking(true)} loading={phase === 'stopping'}>
        {t(($) => $.controls.stop)}
      </Button>
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title={t(($) => $.controls.askTitle)}>
        <Stack>
          <Text>{t(($) => $.controls.askText)}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setIsAsking(false)} data-autofocus>
              {t(($) => $.controls.goOnRecording)}
            </Button>
            <Button
              color="red.9"
              onClick={() => {
                setIsAsking(false);
                void session.stop();
              }}
            >
              {t(($) => $.controls.stopSession)}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
});
