import { Group, Paper, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../ui/format.ts';
import { currentRecording, watchCurrentRecording } from '../recording/current-recording.ts';
import type { RecordingSession } from '../recording/recording-session.ts';
import { isBeingRead } from '../recording/recording-state.ts';
import { currentSession, watchCurrentSession } from '../session/current-session.ts';
import type { LiveSession } from '../session/live-session.ts';
import type { LiveState } from '../session/live-state.ts';

/** On the cover of a locked screen: a camera never runs unseen. Who walks past learns no child's code. */
export function RunningWhileLocked() {
  const { session } = useSyncExternalStore(watchCurrentSession, currentSession);
  const { recording } = useSyncExternalStore(watchCurrentRecording, currentRecording);
  return (
    <>
      {session && <SessionBehind session={session} />}
      {recording && <FilmBehind recording={recording} />}
    </>
  );
}

function SessionBehind({ session }: { readonly session: LiveSession }) {
  const { t } = useTranslation('live');
  const state = useSyncExternalStore(session.state.subscribe, session.state.snapshot);
  if (!state.session) return null;
  const said = whatRuns(state);
  return (
    <Paper component="section" aria-label={t(($) => $.running.label)} withBorder p="md" bg="red.0">
      <Group justify="space-between">
        <Text fw={650}>{t(($) => $.locked[said])}</Text>
        {said !== 'over' && (
          <Text ff="monospace" fz="xl" role="timer" aria-label={t(($) => $.controls.elapsed)}>
            {formatClock(state.elapsedSeconds * 1000)}
          </Text>
        )}
      </Group>
      {said !== 'over' && state.outbox.problem && <Text c="red.9">{t(($) => $.locked.notStored)}</Text>}
    </Paper>
  );
}

function whatRuns({ phase, cameraProblem }: LiveState): 'runs' | 'paused' | 'noPicture' | 'over' {
  if (phase === 'paused') return 'paused';
  if (phase !== 'running') return 'over';
  return cameraProblem ? 'noPicture' : 'runs';
}

function FilmBehind({ recording }: { readonly recording: RecordingSession }) {
  const { t } = useTranslation('live');
  const { phase } = useSyncExternalStore(recording.state.subscribe, recording.state.snapshot);
  return isBeingRead(phase) ? <Text fw={650}>{t(($) => $.locked.film)}</Text> : null;
}
