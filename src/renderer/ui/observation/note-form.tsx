import { Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd, type ObservationFormProps } from './observation-form.tsx';

/** A free note. */
export function NoteForm({ onSave, onCancel }: ObservationFormProps) {
  const { t } = useTranslation('entries');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ kind: 'note', note: note.trim() });
  };
  return (
    <Stack component="form" onSubmit={submit}>
      <Textarea
        label={t(($) => $.observation.noteLabel)}
        description={t(($) => $.observation.noteHint)}
        maxLength={2000}
        data-autofocus
        autosize
        minRows={4}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FormEnd isComplete={note.trim() !== ''} onCancel={onCancel} />
    </Stack>
  );
}
