import { Checkbox, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import { useCall } from '../../client/use-call.ts';
import { Form } from '../../ui/form/form.tsx';
import { numberIn } from '../../ui/form/number-in.ts';
import { SaveActions } from '../../ui/form/save-actions.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';

/** When a window that nobody touches is covered. */
export function LockSection() {
  const { t } = useTranslation('settings');
  const setting = useCall('site.lockAfter', {});
  return (
    <Section title={t(($) => $.lock.title)} description={t(($) => $.lock.description)}>
      <Loaded query={setting} what={t(($) => $.lock.what)}>
        {(stored) => <LockForm stored={stored} />}
      </Loaded>
    </Section>
  );
}

function LockForm({ stored: { lockAfterMinutes } }: { readonly stored: Output<'site.lockAfter'> }) {
  const { t } = useTranslation('settings');
  const { form, submit, ...sent } = useCallForm('site.setLockAfter', {
    initialValues: {
      lockAfterMinutes: (lockAfterMinutes ?? 15) as number | string,
      isNever: lockAfterMinutes === null,
    },
    toInput: (values) => ({ lockAfterMinutes: values.isNever ? null : numberIn(values.lockAfterMinutes) }),
  });
  return (
    <Form onSubmit={submit}>
      <NumberInput
        label={t(($) => $.lock.minutes)}
        description={t(($) => $.lock.minutesHelp)}
        maw={320}
        required
        disabled={form.values.isNever}
        {...form.getInputProps('lockAfterMinutes')}
      />
      <Checkbox
        label={t(($) => $.lock.never)}
        description={t(($) => $.lock.neverHelp)}
        {...form.getInputProps('isNever', { type: 'checkbox' })}
      />
      <SaveActions
        sent={sent}
        save={t(($) => $.lock.save)}
        saved={t(($) => $.lock.saved)}
        notSaved={t(($) => $.lock.notSaved)}
      />
    </Form>
  );
}
