import { Input, SimpleGrid, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { observationSchema } from '../../../contract/emotion-schemas.ts';
import { FACES_SCORES, type FacesScore } from '../../../core/emotion/observation.ts';
import { Form } from '../form/form.tsx';
import { useCheckedForm } from '../form/use-checked-form.ts';
import classes from './faces-form.module.css';
import { FormEnd, type ObservationFormProps } from './observation-form.tsx';
import { OptionalNote } from './optional-note.tsx';
import { PainFace } from './pain-face.tsx';

/** The child's own rating: six large faces. The child sees no numbers; staff see the score beside the Save button. */
export function FacesForm({ onSave, onCancel }: ObservationFormProps) {
  const { t } = useTranslation('entries');
  const { form, onSubmit } = useCheckedForm(observationSchema, (values) => ({ kind: 'faces-scale', ...values }), {
    initialValues: { score: null as FacesScore | null, note: '' },
  });
  const { score, note } = form.values;
  const { error } = form.getInputProps('score');
  const errorId = useId();
  const submit = onSubmit(() => score !== null && onSave({ kind: 'faces-scale', score, note: note.trim() }));
  return (
    <Form onSubmit={submit} gap="lg">
      <div>
        <Title order={2} ta="center" fz="clamp(1.75rem, 4vw, 3rem)">
          {t(($) => $.observation.facesQuestion)}
        </Title>
        <Text c="dimmed" ta="center">
          {t(($) => $.observation.facesHint)}
        </Text>
      </div>
      <SimpleGrid
        cols={{ base: 3, sm: 6 }}
        spacing="xs"
        role="radiogroup"
        aria-label={t(($) => $.observation.facesQuestion)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        data-path="score"
      >
        {FACES_SCORES.map((each, i) => (
          <label key={each} className={classes.face}>
            <input
              type="radio"
              name="faces-score"
              value={each}
              checked={score === each}
              onChange={() => form.setFieldValue('score', each)}
              aria-label={t(($) => $.observation.face, { number: i + 1 })}
              data-autofocus={i === 0 || undefined}
            />
            <PainFace score={each} sizePx="100%" />
            <span aria-hidden>
              {i === 0 && t(($) => $.observation.facesEnds.first)}
              {i === FACES_SCORES.length - 1 && t(($) => $.observation.facesEnds.last)}
            </span>
          </label>
        ))}
      </SimpleGrid>
      {error && (
        <Input.Error id={errorId} size="md" ta="center">
          {error}
        </Input.Error>
      )}
      <OptionalNote {...form.getInputProps('note')} />
      <FormEnd onCancel={onCancel}>
        <Text fw={700}>
          {score === null ? t(($) => $.observation.nothingChosen) : t(($) => $.observation.chosenScore, { score })}
        </Text>
      </FormEnd>
    </Form>
  );
}
