import { ActionIcon, Button, Group, Kbd, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import IconDeviceTv from '@tabler/icons-react/icons/IconDeviceTv';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../ui/format.ts';
import { KeysSheet } from '../entries/keys-sheet.tsx';
import { openRoomView } from '../room/feed-rooms.ts';
import type { LiveSession } from '../session/live-session.ts';
import type { LivePhase } from '../session/live-state.ts';
import { StopQuestion } from './stop-question.tsx';

interface SessionControlsProps {
  readonly session: LiveSession;
  readonly phase: LivePhase;
  readonly elapsedSeconds: number;
}

/** Elapsed time, pause, stop. */
export const SessionControls = memo(function SessionControls({ session, phase, elapsedSeconds }: SessionControlsProps) {
  const { t } = useTranslation('live');
  const [isAsking, setIsAsking] = useState(false);
  const roomLabel = t(($) => $.keys.room);
  const isPaused = phase === 'paused';
  useHotkeys([['p', () => session.setPaused(!isPaused)]]);
  return (
    <Group gap="sm" wrap="nowrap">
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
      <KeysSheet />
      <ActionIcon variant="default" size={36} aria-label={roomLabel} title={roomLabel} onClick={openRoomView}>
        <IconDeviceTv aria-hidden />
      </ActionIcon>
      <StopQuestion opened={isAsking} onClose={() => setIsAsking(false)} onStop={() => void session.stop()} />
    </Group>
  );
});
