import { Button, Group, Text } from '@mantine/core';
import { Notice } from '../../../ui/notice.tsx';
import type { LiveSession } from '../live-session.ts';
import type { LiveState } from '../live-state.ts';

interface WarningsProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** What staff must know now: the store is out of reach, the camera is gone. */
export function Warnings({ session, state: { outbox, markersWaiting, cameraProblem } }: WarningsProps) {
  return (
    <>
      {outbox.problem && (
        <Notice kind="error" title="Readings are not being stored">
          {outbox.problem} {outbox.waiting} readings
          {markersWaiting > 0 && ` and ${markersWaiting} markers`} wait in memory and are sent again by themselves. Do
          not close this window.
        </Notice>
      )}
      {cameraProblem && (
        <Notice kind="error" title="No picture">
          <Group justify="space-between">
            <Text>{cameraProblem}</Text>
            <Button variant="default" onClick={() => void session.reopenCamera()}>
              Try again
            </Button>
          </Group>
        </Notice>
      )}
    </>
  );
}
