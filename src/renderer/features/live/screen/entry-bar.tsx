import { Group, Stack } from '@mantine/core';
import { memo, useCallback } from 'react';
import { MarkerButtons } from '../entries/marker-buttons.tsx';
import { ObservationButtons } from '../entries/observation-buttons.tsx';
import { UndoLine } from '../entries/undo-line.tsx';
import type { LiveSession } from '../session/live-session.ts';

/** Everything that staff can enter while a session runs, and the way to take it back. */
export const EntryBar = memo(function EntryBar({ session }: { readonly session: LiveSession }) {
  const nowMs = useCallback(() => session.atMs, [session]);
  if (!session.recorder) return null;
  const { entries } = session.recorder;
  return (
    <Stack gap={4}>
      <MarkerButtons entries={entries} nowMs={nowMs} />
      <Group justify="space-between" mih={30}>
        <ObservationButtons entries={entries} nowMs={nowMs} />
        <UndoLine entries={entries} />
      </Group>
    </Stack>
  );
});
