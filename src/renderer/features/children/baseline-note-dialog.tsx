import { Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Baseline } from '../../../contract/baselines.ts';
import { useAction } from '../../client/use-call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';

interface BaselineNoteDialogProps {
  readonly baseline: Baseline;
  readonly onClose: () => void;
}

/** The words beside a face at rest: how the child was, what to keep in mind. */
export function BaselineNoteDialog({ baseline, onClose }: BaselineNoteDialogProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  const [note, setNote] = useState(baseline.note);
  const edit = useAction('baselines.edit', { onDone: onClose });
  const save = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate({ baselineId: baseline.id, note });
  };
  return (
    <Dialog opened onClose={onClose} title={t(($) => $.baseline.noteTitle, { version: baseline.version })}>
      <Stack component="form" onSubmit={save}>
        <Textarea
          label={t(($) => $.baseline.column.note)}
          description={t(($) => $.observation.noteHint)}
          maxLength={500}
          autosize
          minRows={3}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {edit.error && <ErrorNotice error={edit.error} title={t(($) => $.baseline.notDone)} />}
        <DialogActions submit={common(($) => $.action.save)} pending={edit.isPending} onCancel={onClose} />
      </Stack>
    </Dialog>
  );
}
