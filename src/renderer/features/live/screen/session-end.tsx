import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { formatLength } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { leaveSession } from '../current-session.ts';
import type { LiveSession } from '../live-session.ts';
import type { LiveState } from '../live-state.ts';

interface SessionEndProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** A session that does not run yet, or no longer. */
export function SessionEnd({ session, state: { phase, problem, outbox, session: stored } }: SessionEndProps) {
  return (
    <>
      <PageHeader title={`Live: ${session.child.code}`} />
      {(phase === 'preparing' || phase === 'stopping') && (
        <Group role="status">
          <Loader size="sm" aria-hidden />
          <Text>{phase === 'preparing' ? 'Opening the camera and the model…' : 'Storing the last readings…'}</Text>
        </Group>
      )}
      {problem && (
        <Notice kind="error" title={titleOf(phase)}>
          {problem}
          {phase === 'unstored' && ` ${outbox.waiting} readings wait in memory. Do not close this window.`}
        </Notice>
      )}
      {phase === 'unstored' && <Button onClick={() => void session.stop()}>Store them again</Button>}
      {phase === 'stopped' && stored && (
        <Stack align="flex-start">
          <Text>
            Stopped after {formatLength(stored.durationMs)} with {stored.sampleCount.toLocaleString('en-GB')} readings,
            all stored.
          </Text>
          <Group>
            <Button component={Link} to={`/sessions/${stored.id}`} onClick={leaveSession}>
              Review this session
            </Button>
            <Button variant="default" onClick={leaveSession}>
              New session
            </Button>
          </Group>
        </Stack>
      )}
      {phase === 'failed' && <Button onClick={leaveSession}>Back</Button>}
    </>
  );
}

function titleOf(phase: LiveState['phase']): string {
  if (phase === 'failed') return 'The session did not begin';
  return phase === 'unstored' ? 'Not everything is stored yet' : 'The session ended early';
}
