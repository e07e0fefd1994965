import { Code, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { PasswordField } from '../../../ui/password-field.tsx';

interface RecoveryCodeDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Makes a new recovery code in two steps: it is shown once, and holds once its last group was typed from paper. */
export function RecoveryCodeDialog({ opened, onClose }: RecoveryCodeDialogProps) {
  const { t } = useTranslation('settings');
  const [code, setCode] = useState<string | null>(null);
  const close = () => {
    setCode(null);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t(($) => $.users.newCode)} size="lg">
      {code === null ? <AskForm onMade={setCode} onClose={close} /> : <ConfirmForm code={code} onClose={close} />}
    </Dialog>
  );
}

function AskForm({ onMade, onClose }: { readonly onMade: (code: string) => void; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { form, submit, isPending, error } = useCallForm('site.makeRecoveryCode', {
    initialValues: { password: '' },
    toInput: (values) => values,
    secrets: ['password'],
    onDone: ({ recoveryCode }) => onMade(recoveryCode),
  });
  return (
    <Form onSubmit={submit}>
      <Text>{t(($) => $.users.newCodeHelp)}</Text>
      <PasswordField
        label={t(($) => $.users.ownPassword)}
        required
        data-autofocus
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.users.newCodeFailed)} />}
      <DialogActions submit={t(($) => $.users.newCodeShow)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}

function ConfirmForm({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { form, submit, isPending, error } = useCallForm('site.confirmRecoveryCode', {
    initialValues: { lastGroup: '' },
    toInput: (values) => values,
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <Text>{t(($) => $.users.newCodeWrite)}</Text>
      <Code block fz="xl" p="lg" ta="center" aria-label={t(($) => $.users.newCode)} style={{ whiteSpace: 'normal' }}>
        {code}
      </Code>
      <TextInput label={t(($) => $.users.lastGroup)} required autoComplete="off" {...form.getInputProps('lastGroup')} />
      {error && <ErrorNotice error={error} title={t(($) => $.users.newCodeFailed)} />}
      <DialogActions submit={t(($) => $.users.newCodeConfirm)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
