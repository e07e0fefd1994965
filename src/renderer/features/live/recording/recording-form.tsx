import { Box, Button, FileInput, Paper, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../../contract/children.ts';
import { useCall } from '../../../client/use-call.ts';
import { useFormat } from '../../../ui/format.ts';
import { readRecording } from './current-recording.ts';

/** The way to read a video file: a quiet button, since nearly every session on a ward is one of the camera. */
export function RecordingForm({ registered }: { readonly registered: readonly Child[] }) {
  const { t } = useTranslation('recordings');
  const [isOpen, setIsOpen] = useState(false);
  const mayBeWatched = registered.filter(({ consentedScopes }) => consentedScopes.includes('monitor'));
  if (mayBeWatched.length === 0) return null;
  return (
    <Box mt="lg">
      <Button variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t(($) => $.title)}
      </Button>
      {isOpen && <OpenForm mayBeWatched={mayBeWatched} />}
    </Box>
  );
}

/** Asks which video of which child to read. */
function OpenForm({ mayBeWatched }: { readonly mayBeWatched: readonly Child[] }) {
  const { t } = useTranslation('recordings');
  const { dateTime } = useFormat();
  const sessions = useCall('sessions.list', {});
  const [childId, setChildId] = useState<string | null>(mayBeWatched.length === 1 ? mayBeWatched[0]!.id : null);
  const [file, setFile] = useState<File | null>(null);
  const [liveSessionId, setLiveSessionId] = useState<string | null>(null);
  const child = mayBeWatched.find(({ id }) => id === childId);
  const live = (sessions.data ?? []).filter(
    (each) => each.childId === childId && each.source !== 'recording' && each.state !== 'running',
  );
  const read = (event: FormEvent) => {
    event.preventDefault();
    if (child && file) readRecording({ child, file, liveSessionId });
  };
  return (
    <Paper withBorder p="lg" mt="sm" maw={640}>
      <form onSubmit={read}>
        <Stack>
          <Text c="dimmed">{t(($) => $.explanation)}</Text>
          <Select
            label={t(($) => $.child)}
            searchable
            data={mayBeWatched.map(({ id, code }) => ({ value: id, label: code }))}
            value={childId}
            onChange={(chosen) => {
              setChildId(chosen);
              setLiveSessionId(null);
            }}
          />
          <FileInput
            label={t(($) => $.file)}
            description={t(($) => $.fileHint)}
            placeholder={t(($) => $.chooseFile)}
            accept="video/*,.mkv"
            clearable
            value={file}
            onChange={setFile}
          />
          <Select
            label={t(($) => $.liveSession)}
            description={t(($) => $.liveSessionHint)}
            placeholder={t(($) => $.noLiveSession)}
            clearable
            disabled={live.length === 0}
            data={live.map(({ id, startedAtIso }) => ({ value: id, label: dateTime(startedAtIso) }))}
            value={liveSessionId}
            onChange={setLiveSessionId}
          />
          <Button type="submit" variant="default" disabled={!child || !file}>
            {t(($) => $.read)}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
