import { Group, Radio, type RadioGroupProps, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { observationSchema } from '../../../contract/emotion-schemas.ts';
import { FLACC_PARTS, FLACC_SCORES, type FlaccPart, type FlaccScore } from '../../../core/emotion/observation.ts';
import { Form } from '../form/form.tsx';
import { useCheckedForm } from '../form/use-checked-form.ts';
import { type FlaccScores, flaccObservation, flaccProgress, partAfter, scoreOfKey } from './flacc-scores.ts';
import { FormEnd, type ObservationFormProps } from './observation-form.tsx';
import { OptionalNote } from './optional-note.tsx';

const NOTHING_SCORED: FlaccScores & { readonly note: string } = {
  face: undefined,
  legs: undefined,
  activity: undefined,
  cry: undefined,
  consolability: undefined,
  note: '',
};

/** The five parts of FLACC, each choice with what it looks like, and the total. */
export function FlaccForm({ onSave, onCancel }: ObservationFormProps) {
  const { t } = useTranslation('entries');
  const { form, onSubmit } = useCheckedForm(observationSchema, (values) => ({ kind: 'flacc', ...values }), {
    initialValues: NOTHING_SCORED,
  });
  const { note, ...scores } = form.values;
  const { parts, total } = flaccProgress(scores);

  /** 0, 1 or 2 anywhere within a part scores it and goes on to the next, so that five keys are a whole FLACC. */
  const onKeyDown = (part: FlaccPart, event: KeyboardEvent) => {
    const score = scoreOfKey(event.key);
    if (score === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    form.setFieldValue(part, score);
    const next = partAfter(part);
    const target = next ? `input[name="flacc-${next}"]` : 'textarea';
    event.currentTarget.closest('form')?.querySelector<HTMLElement>(target)?.focus();
  };

  const submit = onSubmit(() => {
    const observation = flaccObservation(scores, note);
    if (observation) onSave(observation);
  });

  return (
    <Form gap="sm" onSubmit={submit}>
      <Text size="sm" c="dimmed">
        {t(($) => $.observation.flaccHint)}
      </Text>
      {FLACC_PARTS.map((part, i) => (
        <FlaccPartChoice
          key={part}
          part={part}
          isFirst={i === 0}
          {...form.getInputProps(part)}
          onKeyDown={(event) => onKeyDown(part, event)}
        />
      ))}
      <OptionalNote {...form.getInputProps('note')} />
      <FormEnd onCancel={onCancel}>
        <Text fw={700} fz="lg">
          {total === null
            ? t(($) => $.observation.partsChosen, { count: parts })
            : t(($) => $.observation.total, { total })}
        </Text>
      </FormEnd>
    </Form>
  );
}

interface FlaccPartChoiceProps extends Omit<RadioGroupProps, 'value' | 'onChange' | 'children'> {
  readonly part: FlaccPart;
  readonly isFirst: boolean;
  readonly value?: FlaccScore;
  readonly onChange: (score: FlaccScore | null) => void;
}

function FlaccPartChoice({ part, isFirst, value, onChange, ...rest }: FlaccPartChoiceProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  return (
    <Radio.Group
      name={`flacc-${part}`}
      label={common(($) => $.observation.flaccPart[part])}
      {...rest}
      value={value === undefined ? null : String(value)}
      onChange={(chosen) => onChange(scoreOfKey(chosen))}
    >
      <Group gap="xs" grow align="stretch" preventGrowOverflow={false} mt={4}>
        {FLACC_SCORES.map((each) => (
          <Radio
            key={each}
            value={String(each)}
            label={`${each}: ${t(($) => $.flacc[part][each])}`}
            size="sm"
            flex="1 1 200px"
            data-autofocus={(isFirst && each === 0) || undefined}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
