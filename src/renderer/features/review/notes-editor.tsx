import { Button, Group, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';

interface NotesEditorProps {
  readonly sessionId: string;
  /** The notes as stored. */
  readonly saved: string;
}

/** Notes on a session; always says whether the text shown has been saved. */
export function NotesEditor({ sessionId, saved }: NotesEditorProps) {
  const { t } = useTranslation('review');
  const [notes, setNotes] = useState(saved);
  const save = useAction('sessions.setNotes');
  const changed = notes !== saved;

  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [changed]);

  return (
    <Section title={t(($) => $.notes.title)} description={t(($) => $.notes.description)}>
      <Textarea
        aria-label={t(($) => $.notes.label)}
        autosize
        minRows={4}
        maxLength={10_000}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {save.error && <ErrorNotice error={save.error} title={t(($) => $.notes.failed)} />}
      <Group justify="flex-end">
        <Text role="status" c="dimmed">
          {t(($) => (save.isPending ? $.notes.saving : changed ? $.notes.changed : $.notes.saved))}
        </Text>
        <Button disabled={!changed} loading={save.isPending} onClick={() => save.mutate({ sessionId, notes })}>
          {t(($) => $.notes.save)}
        </Button>
      </Group>
    </Section>
  );
}
