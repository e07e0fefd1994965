import { Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { formatClock } from '../../../ui/format.ts';

interface MarkerNoteDialogProps {
  /** When the key was pressed: that is when it happened, however long the writing takes. */
  readonly atMs: number;
  readonly onClose: () => void;
  readonly onSave: (text: string) => void;
}

/** Asks for the words of a note. */
export function MarkerNoteDialog({ atMs, onClose, onSave }: MarkerNoteDialogProps) {
  const { t } = useTranslation('entries');
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(String(new FormData(event.currentTarget).get('text') ?? '').trim());
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t(($) => $.markers.noteTitle, { at: formatClock(atMs) })}>
      <form onSubmit={save}>
        <Stack>
          <Textarea
            name="text"
            label={t(($) => $.markers.noteLabel)}
            description={t(($) => $.observation.noteHint)}
            maxLength={500}
            data-autofocus
            autosize
            minRows={3}
          />
          <DialogActions submit={t(($) => $.markers.saveNote)} pending={false} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
