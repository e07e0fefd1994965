import { Button, Checkbox, Group, NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import { useCall } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { numberIn } from '../../ui/form/number-in.ts';
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
  const { form, submit, isPending, isDone, error } = useCallForm('site.setLockAfter', {
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
      {error && <ErrorNotice error={error} title={t(($) => $.lock.notSaved)} />}
      <Group>
        <Button type="submit" loading={isPending}>
          {t(($) => $.lock.save)}
        </Button>
        <Text role="status" size="sm">
          {isDone && t(($) => $.lock.saved)}
        </Text>
      </Group>
    </Form>
  );
}
