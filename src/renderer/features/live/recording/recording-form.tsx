import { Box, Button, FileInput, Paper, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Child } from '../../../../contract/children.ts';
import { FILM_FILES } from '../../../ui/film-files.ts';
import { Form } from '../../../ui/form/form.tsx';
import { useCheckedForm } from '../../../ui/form/use-checked-form.ts';
import { PageLink } from '../../../ui/page-link.tsx';
import { canReadFiles } from '../vision/frames/frame-way.ts';
import { readRecording } from './current-recording.ts';
import { LiveSessionChoice } from './live-session-choice.tsx';

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
      {isOpen && (canReadFiles() ? <OpenForm mayBeWatched={mayBeWatched} /> : <Text>{t(($) => $.cannotHere)}</Text>)}
    </Box>
  );
}

const CHOSEN = z.object({ childId: z.string(), file: z.instanceof(File) });

/** Asks which video of which child to read. */
function OpenForm({ mayBeWatched }: { readonly mayBeWatched: readonly Child[] }) {
  const { t } = useTranslation('recordings');
  const { t: films } = useTranslation('films');
  const { t: common } = useTranslation('common');
  const { form, onSubmit } = useCheckedForm(CHOSEN, (values) => values, {
    initialValues: {
      childId: mayBeWatched.length === 1 ? mayBeWatched[0]!.id : null,
      file: null as File | null,
      liveSessionId: null as string | null,
    },
  });
  const { childId, file, liveSessionId } = form.values;
  const child = mayBeWatched.find(({ id }) => id === childId);
  const read = onSubmit(
    () =>
      child && file && readRecording({ child, file, liveSessionId, sha256: null, day: null, takesFirstAlone: false }),
  );
  return (
    <Paper withBorder p="lg" mt="sm" maw={640}>
      <Form onSubmit={read}>
        <Text c="dimmed">{t(($) => $.explanation)}</Text>
        <PageLink to="/live/films">{films(($) => $.link)}</PageLink>
        <Select
          label={t(($) => $.child)}
          searchable
          data={mayBeWatched.map(({ id, code }) => ({ value: id, label: code }))}
          {...form.getInputProps('childId')}
          onChange={(chosen) => {
            form.setFieldValue('childId', chosen);
            form.setFieldValue('liveSessionId', null);
          }}
        />
        <FileInput
          label={t(($) => $.file)}
          description={t(($) => $.fileHint)}
          placeholder={t(($) => $.chooseFile)}
          accept={FILM_FILES}
          clearable
          clearButtonProps={{ 'aria-label': common(($) => $.action.clearFile) }}
          {...form.getInputProps('file')}
        />
        {childId !== null && (
          <LiveSessionChoice
            key={childId}
            childId={childId}
            value={liveSessionId}
            onChange={(chosen) => form.setFieldValue('liveSessionId', chosen)}
          />
        )}
        <Button type="submit" variant="default">
          {t(($) => $.read)}
        </Button>
      </Form>
    </Paper>
  );
}
