import { Checkbox, Group, MultiSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/use-call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { DayField } from '../../../ui/form/date-field.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { numberIn } from '../../../ui/form/number-in.ts';
import { useCallForm } from '../../../ui/form/use-call-form.ts';

interface NewRatingDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** How many stretches were found, and how many were wanted. */
  readonly onMade: (found: number, wanted: number) => void;
}

/** Asks which stretches who is to rate. */
export function NewRatingDialog({ opened, ...rest }: NewRatingDialogProps) {
  const { t } = useTranslation('ratings');
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={t(($) => $.new.title)} size="lg">
      <NewRatingForm {...rest} />
    </Dialog>
  );
}

function NewRatingForm({ onClose, onMade }: Omit<NewRatingDialogProps, 'opened'>) {
  const { t } = useTranslation('ratings');
  const { t: common } = useTranslation('common');
  const children = useCall('children.codes', {});
  const people = useCall('ratings.people', {});
  const { form, submit, isPending, error } = useCallForm('ratings.make', {
    initialValues: {
      name: '',
      childIds: [] as string[],
      fromDay: '',
      untilDay: '',
      stretches: 40,
      lengthS: 4,
      raterIds: [] as string[],
    },
    toInput: ({ fromDay, untilDay, ...values }) => ({
      ...values,
      fromDay: fromDay || null,
      untilDay: untilDay || null,
    }),
    onDone: (task, filled) => onMade(task.stretches, filled.getValues().stretches),
  });
  return (
    <Form onSubmit={submit}>
      <Text>{t(($) => $.new.how)}</Text>
      <TextInput label={t(($) => $.new.name)} required data-autofocus maxLength={80} {...form.getInputProps('name')} />
      <MultiSelect
        label={t(($) => $.new.children)}
        description={t(($) => $.new.childrenHint)}
        searchable
        clearable
        limit={50}
        data={(children.data ?? []).map(({ id, code }) => ({ value: id, label: code }))}
        {...form.getInputProps('childIds')}
      />
      <Group grow align="flex-start">
        <DayField label={t(($) => $.new.from)} {...form.getInputProps('fromDay')} />
        <DayField label={t(($) => $.new.until)} {...form.getInputProps('untilDay')} />
      </Group>
      <Group grow align="flex-start">
        <NumberInput
          label={t(($) => $.new.stretches)}
          required
          {...form.getInputProps('stretches')}
          onChange={(typed) => form.setFieldValue('stretches', numberIn(typed))}
        />
        <NumberInput
          label={t(($) => $.new.lengthS)}
          required
          {...form.getInputProps('lengthS')}
          onChange={(typed) => form.setFieldValue('lengthS', numberIn(typed))}
        />
      </Group>
      <Checkbox.Group
        label={t(($) => $.new.raters)}
        description={t(($) => $.new.ratersHint)}
        required
        {...form.getInputProps('raterIds')}
      >
        <Group mt="xs" gap="md">
          {(people.data ?? []).map(({ id, name, role }) => (
            <Checkbox key={id} value={id} label={`${name} (${common(($) => $.role[role])})`} />
          ))}
        </Group>
      </Checkbox.Group>
      {error && <ErrorNotice error={error} title={t(($) => $.new.failed)} />}
      <DialogActions submit={t(($) => $.new.make)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
