import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { observationSchema } from '../../../contract/emotion-schemas.ts';
import { Form } from '../form/form.tsx';
import { useCheckedForm } from '../form/use-checked-form.ts';
import { FormEnd, type ObservationFormProps } from './observation-form.tsx';

/** A free note. */
export function NoteForm({ onSave, onCancel }: ObservationFormProps) {
  const { t } = useTranslation('entries');
  const { form, onSubmit } = useCheckedForm(observationSchema, (values) => ({ kind: 'note', ...values }), {
    initialValues: { note: '' },
  });
  return (
    <Form onSubmit={onSubmit(() => onSave({ kind: 'note', note: form.values.note.trim() }))}>
      <Textarea
        label={t(($) => $.observation.noteLabel)}
        description={t(($) => $.observation.noteHint)}
        data-autofocus
        autosize
        minRows={4}
        {...form.getInputProps('note')}
      />
      <FormEnd onCancel={onCancel} />
    </Form>
  );
}
