import { Group, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FLACC_PARTS, FLACC_SCORES, type FlaccPart, type FlaccScore } from '../../../core/emotion/observation.ts';
import { type FlaccScores, flaccObservation, flaccProgress, partAfter, scoreOfKey } from './flacc-scores.ts';
import { FormEnd, type ObservationFormProps } from './observation-form.tsx';
import { OptionalNote } from './optional-note.tsx';

/** The five parts of FLACC, each choice with what it looks like, and the total. */
export function FlaccForm({ onSave, onCancel }: ObservationFormProps) {
  const { t } = useTranslation('entries');
  const [scores, setScores] = useState<FlaccScores>({});
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { parts, total } = flaccProgress(scores);

  const choose = (part: FlaccPart, score: FlaccScore) => setScores((before) => ({ ...before, [part]: score }));

  /** 0, 1 or 2 anywhere within a part scores it and goes on to the next, so that five keys are a whole FLACC. */
  const onKeyDown = (part: FlaccPart, event: KeyboardEvent) => {
    const score = scoreOfKey(event.key);
    if (score === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choose(part, score);
    const next = partAfter(part);
    const target = next ? `input[name="flacc-${next}"]` : 'textarea';
    form.current?.querySelector<HTMLElement>(target)?.focus();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const observation = flaccObservation(scores, note);
    if (observation) onSave(observation);
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(($) => $.observation.flaccHint)}
        </Text>
        {FLACC_PARTS.map((part, i) => (
          <FlaccPartChoice
            key={part}
            part={part}
            score={scores[part]}
            isFirst={i === 0}
            onChoose={(score) => choose(part, score)}
            onKeyDown={(event) => onKeyDown(part, event)}
          />
        ))}
        <OptionalNote note={note} onChange={setNote} />
        <FormEnd isComplete={total !== null} onCancel={onCancel}>
          <Text fw={700} fz="lg">
            {total === null
              ? t(($) => $.observation.partsChosen, { count: parts })
              : t(($) => $.observation.total, { total })}
          </Text>
        </FormEnd>
      </Stack>
    </form>
  );
}

interface FlaccPartChoiceProps {
  readonly part: FlaccPart;
  readonly score: FlaccScore | undefined;
  readonly isFirst: boolean;
  readonly onChoose: (score: FlaccScore) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function FlaccPartChoice({ part, score, isFirst, onChoose, onKeyDown }: FlaccPartChoiceProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  return (
    <Radio.Group
      name={`flacc-${part}`}
      label={common(($) => $.observation.flaccPart[part])}
      value={score === undefined ? null : String(score)}
      onChange={(value) => {
        const chosen = scoreOfKey(value);
        if (chosen !== null) onChoose(chosen);
      }}
      onKeyDown={onKeyDown}
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
