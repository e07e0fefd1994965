import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FACES_SCORES, type FacesScore } from '../../../core/emotion/observation.ts';
import classes from './faces-form.module.css';
import { FormEnd, type ObservationFormProps } from './observation-form.tsx';
import { OptionalNote } from './optional-note.tsx';
import { PainFace } from './pain-face.tsx';

/** The child's own rating: six large faces. The child sees no numbers; staff see the score beside the Save button. */
export function FacesForm({ onSave, onCancel }: ObservationFormProps) {
  const { t } = useTranslation('entries');
  const [score, setScore] = useState<FacesScore | null>(null);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (score !== null) onSave({ kind: 'faces-scale', score, note: note.trim() });
  };
  return (
    <Stack component="form" onSubmit={submit} gap="lg">
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
      >
        {FACES_SCORES.map((each, i) => (
          <label key={each} className={classes.face}>
            <input
              type="radio"
              name="faces-score"
              value={each}
              checked={score === each}
              onChange={() => setScore(each)}
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
      <OptionalNote note={note} onChange={setNote} />
      <FormEnd isComplete={score !== null} onCancel={onCancel}>
        <Text fw={700}>
          {score === null ? t(($) => $.observation.nothingChosen) : t(($) => $.observation.chosenScore, { score })}
        </Text>
      </FormEnd>
    </Stack>
  );
}
