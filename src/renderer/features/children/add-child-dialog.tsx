import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../contract/children.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { MonthField } from '../../ui/form/date-field.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { localDate } from './consent-standing.ts';

interface AddChildDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (child: Child) => void;
}

/** Adds a child by code and birth month. */
export function AddChildDialog({ opened, onClose, onAdded }: AddChildDialogProps) {
  const { t } = useTranslation('children');
  return (
    <Dialog opened={opened} onClose={onClose} title={t(($) => $.add.title)}>
      <AddChildForm onClose={onClose} onAdded={onAdded} />
    </Dialog>
  );
}

function AddChildForm({ onClose, onAdded }: Omit<AddChildDialogProps, 'opened'>) {
  const { t } = useTranslation('children');
  const { form, submit, isPending, error } = useCallForm('children.add', {
    initialValues: { code: '', birthMonth: '' },
    toInput: (values) => values,
    wrong: { code: t(($) => $.add.codeWrong), birthMonth: t(($) => $.add.birthMonthWrong) },
    onDone: (child) => {
      onAdded(child);
      onClose();
    },
  });
  return (
    <Form onSubmit={submit}>
      <TextInput
        label={t(($) => $.add.code)}
        description={t(($) => $.add.codeHelp)}
        required
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('code')}
      />
      <MonthField
        label={t(($) => $.add.birthMonth)}
        description={t(($) => $.add.birthMonthHelp)}
        required
        maxDate={localDate(new Date())}
        {...form.getInputProps('birthMonth')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.add.failed)} />}
      <DialogActions submit={t(($) => $.add.submit)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
