import { Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('children');
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
    <Dialog opened={opened} onClose={finish} title={t(($) => $.add.title)}>
      <Stack component="form" onSubmit={submit}>
        <TextInput
          label={t(($) => $.add.code)}
          description={t(($) => $.add.codeHelp)}
          required
          data-autofocus
          autoComplete="off"
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          label={t(($) => $.add.birthMonth)}
          description={t(($) => $.add.birthMonthHelp)}
          type="month"
          required
          value={birthMonth}
          onChange={(event) => setBirthMonth(event.currentTarget.value)}
        />
        {add.error && <ErrorNotice error={add.error} title={t(($) => $.add.failed)} />}
        <DialogActions submit={t(($) => $.add.submit)} pending={add.isPending} onCancel={finish} />
      </Stack>
    </Dialog>
  );
}
