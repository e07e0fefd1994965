import { Button, Group, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';

interface NotesEditorProps {
  readonly sessionId: string;
  /** The notes as they are stored. */
  readonly saved: string;
}

/** Notes on a session; says plainly whether what stands there is stored. */
export function NotesEditor({ sessionId, saved }: NotesEditorProps) {
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
    <Section title="Notes" description="They stand on the report. Do not write the child's name.">
      <Textarea
        aria-label="Notes on this session"
        autosize
        minRows={4}
        maxLength={10_000}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {save.error && <ErrorNotice error={save.error} title="The notes were not saved" />}
      <Group justify="flex-end">
        <Text role="status" c="dimmed">
          {save.isPending ? 'Saving…' : changed ? 'Not saved yet' : 'Saved'}
        </Text>
        <Button disabled={!changed} loading={save.isPending} onClick={() => save.mutate({ sessionId, notes })}>
          Save notes
        </Button>
      </Group>
    </Section>
  );
}
