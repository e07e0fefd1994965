import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../../contract/site.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { NewPassword } from '../../../ui/new-password.tsx';

interface ResetPasswordDialogProps {
  /** Whose it is; null while nobody is asked. */
  readonly user: Pick<User, 'id' | 'name'> | null;
  readonly onClose: () => void;
}

/** Gives somebody who lost their password another to begin with. */
export function ResetPasswordDialog({ user, onClose }: ResetPasswordDialogProps) {
  const { t } = useTranslation('settings');
  return (
    <Dialog opened={user !== null} onClose={onClose} title={t(($) => $.users.reset, { name: user?.name ?? '' })}>
      {user && <ResetForm user={user} onClose={onClose} />}
    </Dialog>
  );
}

function ResetForm({ user, onClose }: { readonly user: Pick<User, 'id' | 'name'>; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { form, submit, isPending, error } = useCallForm('users.resetPassword', {
    initialValues: { password: '' },
    toInput: ({ password }) => ({ userId: user.id, password }),
    secrets: ['password'],
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <Text>{t(($) => $.users.resetHelp)}</Text>
      <NewPassword
        label={t(($) => $.users.startPassword)}
        about={[user.name]}
        data-autofocus
        {...form.getInputProps('password')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.users.resetFailed)} />}
      <DialogActions submit={t(($) => $.users.resetSubmit)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
