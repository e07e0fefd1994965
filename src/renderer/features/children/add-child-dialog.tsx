import { Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../client/use-call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';

interface AddChildDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Adds a child by code and birth month. */
export function AddChildDialog({ opened, onClose }: AddChildDialogProps) {
  const [code, setCode] = useState('');
  const [birthMonth, setBirthMonth] = useState('');
  const add = useAction('children.add', { onDone: finish });

  function finish(): void {
    setCode('');
    setBirthMonth('');
    add.reset();
    onClose();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    add.mutate({ code, birthMonth });
  }

  return (
    <Dialog opened={opened} onClose={finish} title="Add a child">
      <Stack component="form" onSubmit={submit}>
        <TextInput
          label="Code"
          description="2 to 20 letters, digits or hyphens. Not a name, not a hospital number."
          required
          data-autofocus
          autoComplete="off"
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          label="Month of birth"
          description="Year and month, for example 2019-04."
          type="month"
          required
          value={birthMonth}
          onChange={(event) => setBirthMonth(event.currentTarget.value)}
        />
        {add.error && <ErrorNotice error={add.error} title="The child was not added" />}
        <DialogActions submit="Add" pending={add.isPending} onCancel={finish} />
      </Stack>
    </Dialog>
  );
}
