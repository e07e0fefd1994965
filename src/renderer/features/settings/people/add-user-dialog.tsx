import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../../contract/role.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { NewPassword } from '../../../ui/new-password.tsx';

interface AddUserDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Adds a person with a role and a first password. */
export function AddUserDialog({ opened, onClose }: AddUserDialogProps) {
  const { t } = useTranslation('settings');
  return (
    <Dialog opened={opened} onClose={onClose} title={t(($) => $.users.add)}>
      <AddUserForm onClose={onClose} />
    </Dialog>
  );
}

function AddUserForm({ onClose }: Pick<AddUserDialogProps, 'onClose'>) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { form, submit, isPending, error } = useCallForm('users.add', {
    initialValues: { name: '', role: 'ward' as Role, password: '', isStartPassword: true },
    toInput: (values) => values,
    secrets: ['password'],
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <TextInput
        label={t(($) => $.users.name)}
        required
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <Select
        label={t(($) => $.users.role)}
        data={ROLES.map((value) => ({ value, label: common(($) => $.role[value]) }))}
        {...form.getInputProps('role')}
      />
      <NewPassword label={t(($) => $.users.password)} about={[form.values.name]} {...form.getInputProps('password')} />
      <Checkbox label={t(($) => $.users.mustChange)} {...form.getInputProps('isStartPassword', { type: 'checkbox' })} />
      {error && <ErrorNotice error={error} title={t(($) => $.users.failed)} />}
      <DialogActions submit={t(($) => $.users.submit)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
