import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Child, CONSENT_SCOPES, type ConsentScope } from '../../../contract/children.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { DayField } from '../../ui/form/date-field.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { localDate } from './consent-standing.ts';

interface ConsentDialogProps {
  readonly child: Child;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Records what a family agreed to. Each scope is chosen on its own, and none is ticked in advance. */
export function ConsentDialog({ child, opened, onClose }: ConsentDialogProps) {
  const { t } = useTranslation('children');
  return (
    <Dialog opened={opened} onClose={onClose} title={t(($) => $.consent.title, { code: child.code })} size="lg">
      <ConsentForm child={child} onClose={onClose} />
    </Dialog>
  );
}

function ConsentForm({ child, onClose }: Omit<ConsentDialogProps, 'opened'>) {
  const { t } = useTranslation('children');
  const { t: common } = useTranslation('common');
  const today = localDate(new Date());
  const { form, submit, isPending, error } = useCallForm('consents.grant', {
    initialValues: { scopes: [] as ConsentScope[], givenBy: '', childAssented: false, untilDate: '' },
    toInput: ({ scopes, ...values }) => ({
      ...values,
      childId: child.id,
      scopes: CONSENT_SCOPES.filter((scope) => scopes.includes(scope)),
    }),
    check: ({ untilDate }) => ({ untilDate: untilDate < today ? t(($) => $.consent.past) : null }),
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <Checkbox.Group label={t(($) => $.consent.scopes)} required {...form.getInputProps('scopes')}>
        <Stack gap="xs" mt="xs">
          {CONSENT_SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={common(($) => $.consentScope[scope])} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        label={t(($) => $.consent.givenBy)}
        description={t(($) => $.consent.givenByHelp)}
        required
        {...form.getInputProps('givenBy')}
      />
      <Checkbox label={t(($) => $.consent.assented)} {...form.getInputProps('childAssented', { type: 'checkbox' })} />
      <DayField label={t(($) => $.consent.until)} required minDate={today} {...form.getInputProps('untilDate')} />
      {error && <ErrorNotice error={error} title={t(($) => $.consent.failed)} />}
      <DialogActions submit={t(($) => $.consent.submit)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
