import { useTranslation } from 'react-i18next';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { NewPassword } from '../../ui/new-password.tsx';
import { PasswordField } from '../../ui/password-field.tsx';

interface ChangePasswordFormProps {
  readonly userName: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** One's own password, by the one that it takes the place of. */
export function ChangePasswordForm({ userName, onDone, onCancel }: ChangePasswordFormProps) {
  const { t } = useTranslation('app');
  const { form, submit, isPending, error } = useCallForm('account.changePassword', {
    initialValues: { password: '', newPassword: '', repeated: '' },
    toInput: ({ password, newPassword }) => ({ password, newPassword }),
    check: ({ newPassword, repeated }) => ({
      repeated: repeated === newPassword ? null : t(($) => $.account.differs),
    }),
    secrets: ['password', 'newPassword', 'repeated'],
    onDone,
  });
  return (
    <Form onSubmit={submit}>
      <PasswordField
        label={t(($) => $.account.current)}
        required
        data-autofocus
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      <NewPassword label={t(($) => $.account.new)} about={[userName]} {...form.getInputProps('newPassword')} />
      <PasswordField
        label={t(($) => $.account.again)}
        required
        autoComplete="new-password"
        {...form.getInputProps('repeated')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.account.failed)} />}
      <DialogActions submit={t(($) => $.account.submit)} pending={isPending} onCancel={onCancel} />
    </Form>
  );
}
