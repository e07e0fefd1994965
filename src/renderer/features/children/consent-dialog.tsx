import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
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
    initialValues: {
      scopes: [] as ConsentScope[],
      givenBy: '',
      childAssented: false,
      untilDate: '',
      formVersion: '',
      signedOn: '',
    },
    toInput: ({ scopes, signedOn, ...values }) => ({
      ...values,
      signedOn: signedOn === '' ? null : signedOn,
      childId: child.id,
      scopes: CONSENT_SCOPES.filter((scope) => scopes.includes(scope)),
    }),
    check: ({ untilDate, signedOn }) => ({
      untilDate: untilDate < today ? t(($) => $.consent.past) : null,
      signedOn: signedOn > today ? t(($) => $.consent.signedLater) : null,
    }),
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <Checkbox.Group label={t(($) => $.consent.scopes)} required {...form.getInputProps('scopes')}>
        <Stack gap="xs" mt="xs">
          {CONSENT_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={common(($) => $.consentScope[scope])}
              description={scope === 'monitor' ? t(($) => $.consent.minimum) : undefined}
            />
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
      <Group grow align="flex-start">
        <TextInput
          label={t(($) => $.consent.formVersion)}
          description={t(($) => $.consent.formVersionHelp)}
          maxLength={60}
          {...form.getInputProps('formVersion')}
        />
        <DayField label={t(($) => $.consent.signedOn)} maxDate={today} {...form.getInputProps('signedOn')} />
      </Group>
      <DayField label={t(($) => $.consent.until)} required minDate={today} {...form.getInputProps('untilDate')} />
      {error && <ErrorNotice error={error} title={t(($) => $.consent.failed)} />}
      <DialogActions submit={t(($) => $.consent.submit)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
