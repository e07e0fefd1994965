import { useTranslation } from 'react-i18next';
import { DialogActions } from '../dialog-actions.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { Form } from '../form/form.tsx';
import { useCallForm } from '../form/use-call-form.ts';
import { PasswordField } from '../password-field.tsx';

interface AskRecoveryCodeProps {
  readonly onMade: (code: string) => void;
  readonly onCancel: () => void;
}

/** A new recovery code is shown to an administrator who gives their own password. */
export function AskRecoveryCode({ onMade, onCancel }: AskRecoveryCodeProps) {
  const { t } = useTranslation('setUp');
  const { form, submit, isPending, error } = useCallForm('site.makeRecoveryCode', {
    initialValues: { password: '' },
    toInput: (values) => values,
    secrets: ['password'],
    onDone: ({ recoveryCode }) => onMade(recoveryCode),
  });
  return (
    <Form onSubmit={submit}>
      <PasswordField
        label={t(($) => $.code.ownPassword)}
        required
        data-autofocus
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.code.notMade)} />}
      <DialogActions submit={t(($) => $.code.show)} pending={isPending} onCancel={onCancel} />
    </Form>
  );
}
