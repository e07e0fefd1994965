import { Button, Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';

type WaitDays = Output<'erasures.list'>['waitDays'];

/** For how long something can be taken back before it is erased. */
export function WaitForm({ waitDays }: { readonly waitDays: WaitDays }) {
  const { t } = useTranslation('erasing');
  const { form, submit, isPending, isDone, error } = useCallForm('erasures.setWait', {
    initialValues: { waitDays: `${waitDays}` },
    toInput: (values) => ({ waitDays: Number(values.waitDays) as WaitDays }),
  });
  return (
    <Form onSubmit={submit}>
      <Select
        label={t(($) => $.wait.label)}
        description={t(($) => $.wait.help)}
        maw={420}
        allowDeselect={false}
        data={[
          { value: '0', label: t(($) => $.wait.days.none) },
          { value: '1', label: t(($) => $.wait.days.day) },
          { value: '7', label: t(($) => $.wait.days.week) },
        ]}
        {...form.getInputProps('waitDays')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.wait.notSaved)} />}
      <Group>
        <Button type="submit" variant="default" loading={isPending}>
          {t(($) => $.wait.save)}
        </Button>
        <Text role="status" size="sm">
          {isDone && t(($) => $.wait.saved)}
        </Text>
      </Group>
    </Form>
  );
}
