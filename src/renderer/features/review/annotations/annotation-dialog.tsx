import { Group, NumberInput, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../../contract/error.ts';
import { ANNOTATION_LABELS, type AnnotationLabel } from '../../../../core/emotion/annotation.ts';
import { useAction } from '../../../client/use-call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { ErrorText } from '../../../ui/error-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { MachineReading } from './machine-reading.tsx';
import { useLabelWords } from './use-label-words.ts';

interface AnnotationDialogProps {
  readonly sessionId: string;
  readonly wholeMs: number;
  /** The stretch it is about; null while nobody is asked. */
  readonly stretch: TimeRange | null;
  readonly onClose: () => void;
}

/** Asks what a stretch of a session was. */
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
  const [fromMs, setFromMs] = useState(stretch.fromMs);
  const [toMs, setToMs] = useState(stretch.toMs);
  const [label, setLabel] = useState<AnnotationLabel | null>(null);
  const [note, setNote] = useState('');
  // Made once, so that pressing twice stores once.
  const [id] = useState(() => crypto.randomUUID());
  const add = useAction('annotations.add', { onDone: onClose });
  const endsFirst = toMs <= fromMs;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (label && !endsFirst) add.mutate({ sessionId, id, fromMs, toMs, label, note });
  }

  return (
    <Stack component="form" onSubmit={submit}>
      <Group grow align="flex-start">
        <Seconds label={t(($) => $.annotations.fromS)} valueMs={fromMs} wholeMs={wholeMs} onChange={setFromMs} />
        <Seconds
          label={t(($) => $.annotations.toS)}
          valueMs={toMs}
          wholeMs={wholeMs}
          onChange={setToMs}
          error={endsFirst ? t(($) => $.annotations.endsFirst) : null}
        />
      </Group>
      <div>
        <Text size="sm">{t(($) => $.annotations.machine)}</Text>
        {!endsFirst && <MachineReading sessionId={sessionId} stretch={{ fromMs, toMs }} />}
      </div>
      <Radio.Group
        label={t(($) => $.annotations.label)}
        value={label}
        onChange={(value) => setLabel(ANNOTATION_LABELS.find((each) => each === value) ?? null)}
        required
      >
        <SimpleGrid cols={{ base: 2, sm: 3 }} mt="xs" verticalSpacing="xs">
          {ANNOTATION_LABELS.map((each) => (
            <Radio key={each} value={each} label={labelWords(each)} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Textarea
        label={t(($) => $.annotations.noteLabel)}
        description={t(($) => $.annotations.noteHint)}
        maxLength={2000}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {add.error && <Refusal error={add.error} />}
      <DialogActions
        submit={t(($) => $.annotations.save)}
        pending={add.isPending}
        disabled={label === null || endsFirst}
        onCancel={onClose}
      />
    </Stack>
  );
}

interface SecondsProps {
  readonly label: string;
  readonly valueMs: number;
  readonly wholeMs: number;
  readonly error?: string | null;
  readonly onChange: (ms: number) => void;
}

function Seconds({ label, valueMs, wholeMs, error = null, onChange }: SecondsProps) {
  return (
    <NumberInput
      label={label}
      value={Math.round(valueMs / 100) / 10}
      min={0}
      max={wholeMs / 1000}
      step={0.1}
      decimalScale={1}
      error={error}
      onChange={(value) => typeof value === 'number' && onChange(Math.min(value * 1000, wholeMs))}
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
