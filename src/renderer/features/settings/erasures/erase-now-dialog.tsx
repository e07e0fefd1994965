import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Erasure } from '../../../../contract/records/erasures.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { PasswordField } from '../../../ui/password-field.tsx';
import { useSite } from '../../../ui/site-context.ts';

interface EraseNowDialogProps {
  readonly erasure: Erasure;
  readonly title: string;
  readonly onClose: () => void;
}

/** Erases what waits before its day, after the password once more. */
export function EraseNowDialog({ erasure, title, onClose }: EraseNowDialogProps) {
  const { t } = useTranslation('erasing');
  const { site } = useSite();
  const { form, submit, isPending, error } = useCallForm('erasures.eraseNow', {
    initialValues: { password: '' },
    toInput: ({ password }) => ({ erasureId: erasure.id, password }),
    secrets: ['password'],
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form onSubmit={submit}>
        <Text>{t(($) => $.waiting.eraseNowHelp)}</Text>
        {!site.demo && (
          <PasswordField
            label={t(($) => $.password)}
            required
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('password')}
          />
        )}
        {error && <ErrorNotice error={error} title={t(($) => $.notErased)} />}
        <DialogActions submit={t(($) => $.waiting.eraseNow)} pending={isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
