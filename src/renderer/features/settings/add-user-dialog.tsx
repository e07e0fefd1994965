import { Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../contract/role.ts';
import { useAction } from '../../client/use-call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { NewPassword } from '../../ui/new-password.tsx';

interface AddUserDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Adds a person with a role and a first password. */
export function AddUserDialog({ opened, onClose }: AddUserDialogProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('ward');
  const [password, setPassword] = useState('');
  const add = useAction('users.add', { onDone: finish });

  function finish(): void {
    setName('');
    setRole('ward');
    setPassword('');
    add.reset();
    onClose();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    add.mutate({ name, role, password });
  }

  return (
    <Dialog opened={opened} onClose={finish} title={t(($) => $.users.add)}>
      <Stack component="form" onSubmit={submit}>
        <TextInput
          label={t(($) => $.users.name)}
          required
          data-autofocus
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t(($) => $.users.role)}
          data={ROLES.map((value) => ({ value, label: common(($) => $.role[value]) }))}
          value={role}
          onChange={(value) => setRole(value as Role)}
        />
        <NewPassword label={t(($) => $.users.password)} value={password} onChange={setPassword} />
        {add.error && <ErrorNotice error={add.error} title={t(($) => $.users.failed)} />}
        <DialogActions submit={t(($) => $.users.submit)} pending={add.isPending} onCancel={finish} />
      </Stack>
    </Dialog>
  );
}
