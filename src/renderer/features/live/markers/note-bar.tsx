import { Group, Stack } from '@mantine/core';
import { memo, useCallback } from 'react';
import type { LiveSession } from '../live-session.ts';
import { ObservationButtons } from '../observations/observation-buttons.tsx';
import { MarkerButtons } from './marker-buttons.tsx';
import { UndoLine } from './undo-line.tsx';

/** All that staff can note while a session runs, and the way to take it back. */
export const NoteBar = memo(function NoteBar({ session }: { readonly session: LiveSession }) {
  const nowMs = useCallback(() => session.atMs, [session]);
  if (!session.recording) return null;
  const { notes } = session.recording;
  return (
    <Stack gap={4}>
      <MarkerButtons notes={notes} nowMs={nowMs} />
      <Group justify="space-between" mih={30}>
        <ObservationButtons notes={notes} nowMs={nowMs} />
        <UndoLine notes={notes} />
      </Group>
    </Stack>
  );
});
