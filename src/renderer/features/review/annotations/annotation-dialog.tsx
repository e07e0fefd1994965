import { Group, NumberInput, type NumberInputProps, Radio, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../../contract/error.ts';
import { ANNOTATION_LABELS, type AnnotationLabel } from '../../../../core/emotion/annotation.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { ErrorText } from '../../../ui/error-text.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { MachineReading } from './machine-reading.tsx';
import { useLabelWords } from './use-label-words.ts';

interface AnnotationDialogProps {
  readonly sessionId: string;
  readonly wholeMs: number;
  /** The stretch it asks about; null while it is closed. */
  readonly stretch: TimeRange | null;
  readonly onClose: () => void;
}

/** Asks what a stretch of a session showed. */
export function AnnotationDialog({ stretch, ...rest }: AnnotationDialogProps) {
  const { t } = useTranslation('review');
  return (
    <Dialog opened={stretch !== null} title={t(($) => $.annotations.dialogTitle)} size="lg" onClose={rest.onClose}>
      {stretch && <AnnotationForm stretch={stretch} {...rest} />}
    </Dialog>
  );
}

function AnnotationForm({
  sessionId,
  wholeMs,
  stretch,
  onClose,
}: AnnotationDialogProps & { readonly stretch: TimeRange }) {
  const { t } = useTranslation('review');
  const labelWords = useLabelWords();
  // Made once, so that pressing twice stores one annotation.
  const [id] = useState(() => crypto.randomUUID());
  const { form, submit, isPending, error } = useCallForm('annotations.add', {
    initialValues: { ...stretch, label: null as AnnotationLabel | null, note: '' },
    toInput: (values) => ({ ...values, sessionId, id }),
    wrong: { toMs: t(($) => $.annotations.endsFirst) },
    onDone: onClose,
  });
  const { fromMs, toMs } = form.values;
  const endsFirst = toMs <= fromMs;

  return (
    <Form onSubmit={submit}>
      <Group grow align="flex-start">
        <Seconds label={t(($) => $.annotations.fromS)} wholeMs={wholeMs} {...form.getInputProps('fromMs')} />
        <Seconds
          label={t(($) => $.annotations.toS)}
          wholeMs={wholeMs}
          {...form.getInputProps('toMs')}
          error={endsFirst ? t(($) => $.annotations.endsFirst) : null}
        />
      </Group>
      <div>
        <Text size="sm">{t(($) => $.annotations.machine)}</Text>
        {!endsFirst && <MachineReading sessionId={sessionId} stretch={{ fromMs, toMs }} />}
      </div>
      <Radio.Group label={t(($) => $.annotations.label)} required {...form.getInputProps('label')}>
        <SimpleGrid cols={{ base: 2, sm: 3 }} mt="xs" verticalSpacing="xs">
          {ANNOTATION_LABELS.map((each) => (
            <Radio key={each} value={each} label={labelWords(each)} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Textarea
        label={t(($) => $.annotations.noteLabel)}
        description={t(($) => $.annotations.noteHint)}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
      {error && <Refusal error={error} />}
      <DialogActions submit={t(($) => $.annotations.save)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}

interface SecondsProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  readonly value?: number;
  readonly wholeMs: number;
  readonly onChange: (ms: number) => void;
}

/** A moment of the session, typed in seconds and kept in milliseconds. */
function Seconds({ value = 0, wholeMs, onChange, ...rest }: SecondsProps) {
  return (
    <NumberInput
      {...rest}
      value={Math.round(value / 100) / 10}
      min={0}
      max={wholeMs / 1000}
      step={0.1}
      decimalScale={1}
      onChange={(seconds) => typeof seconds === 'number' && onChange(Math.min(seconds * 1000, wholeMs))}
    />
  );
}

/** The one refusal that a rater can do something about has its own title; the sentence names what is in the way. */
function Refusal({ error }: { readonly error: CallError }) {
  const { t } = useTranslation('review');
  if (error.reason !== 'entries.overlaps') return <ErrorNotice error={error} title={t(($) => $.annotations.failed)} />;
  return (
    <Notice kind="error" title={t(($) => $.annotations.conflictTitle)}>
      <ErrorText error={error} />
      <Text size="sm">{t(($) => $.annotations.conflictHelp)}</Text>
    </Notice>
  );
}
