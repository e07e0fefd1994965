import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatClock } from '../../../ui/format.ts';
import { StopQuestion } from '../screen/stop-question.tsx';
import type { LiveSession } from '../session/live-session.ts';
import type { LiveState } from '../session/live-state.ts';

interface RunningBarProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** On every page but the live one: a session of this window runs, of whom, for how long, and the ways to it and out. */
export function RunningBar({ session, state: { phase, elapsedSeconds } }: RunningBarProps) {
  const { t } = useTranslation('live');
  const [isAsking, setIsAsking] = useState(false);
  const child = session.child.code;
  return (
    <Paper component="section" aria-label={t(($) => $.running.label)} withBorder px="md" py="xs" mb="md" bg="red.0">
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={650}>
            {phase === 'paused' ? t(($) => $.running.paused, { child }) : t(($) => $.running.runs, { child })}
          </Text>
          <Text ff="monospace" role="timer" aria-label={t(($) => $.controls.elapsed)}>
            {formatClock(elapsedSeconds * 1000)}
          </Text>
        </Group>
        <Group gap="sm">
          <Button component={Link} to="/live" variant="default" size="xs">
            {t(($) => $.running.toLive)}
          </Button>
          <Button color="red.9" size="xs" onClick={() => setIsAsking(true)}>
            {t(($) => $.controls.stop)}
          </Button>
        </Group>
      </Group>
      <StopQuestion opened={isAsking} onClose={() => setIsAsking(false)} onStop={() => void session.stop()} />
    </Paper>
  );
}
