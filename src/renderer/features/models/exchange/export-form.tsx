import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXCHANGE_FORMS, type Sharing } from '../../../../contract/model-life/model-exchange.ts';
import { download } from '../../../client/download.ts';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { Notice } from '../../../ui/notice.tsx';

interface ExportFormProps {
  readonly modelId: string;
  readonly sharing: Sharing;
  readonly onClose: () => void;
}

/** Who the model was made from and who of them agreed; then in what form it leaves. */
export function ExportForm({ modelId, sharing, onClose }: ExportFormProps) {
  const { t } = useTranslation('exchange');
  const { children, without, named, needsStatement } = sharing;
  const [written, setWritten] = useState('');
  const isRefused = without.length > 0 || named.length > 0;
  const { form, submit, isPending, isDone, error } = useCallForm('modelExchange.export', {
    initialValues: { form: 'model-file' as (typeof EXCHANGE_FORMS)[number], statement: '' },
    toInput: ({ form: chosen, statement }) => ({
      modelId,
      form: chosen,
      statement: needsStatement && statement.trim() !== '' ? statement : null,
    }),
    check: ({ statement }) => ({
      statement: needsStatement && statement.trim() === '' ? t(($) => $.statementMissing) : null,
    }),
    onDone: (file) => {
      download(file);
      setWritten(file.fileName);
    },
  });
  if (isRefused) {
    return (
      <Notice kind="error" title={t(($) => $.without)}>
        <Stack gap={4}>
          {without.length > 0 && <Text>{t(($) => $.withoutHelp, { codes: without })}</Text>}
          {named.length > 0 && <Text>{t(($) => $.namedHelp, { codes: named })}</Text>}
        </Stack>
      </Notice>
    );
  }
  return (
    <Form onSubmit={submit}>
      <Text>{children === 0 ? t(($) => $.nobody) : t(($) => $.children, { count: children })}</Text>
      {needsStatement && (
        <Textarea
          label={t(($) => $.statement)}
          description={t(($) => $.statementHelp)}
          required
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('statement')}
        />
      )}
      <Radio.Group label={t(($) => $.form)} {...form.getInputProps('form')}>
        <Stack gap="xs" mt={4}>
          {EXCHANGE_FORMS.map((each) => (
            <Radio key={each} value={each} label={t(($) => $.forms[each])} />
          ))}
        </Stack>
      </Radio.Group>
      {error && <ErrorNotice error={error} title={t(($) => $.notExported)} />}
      {isDone && <Text role="status">{t(($) => $.exported, { file: written })}</Text>}
      <DialogActions submit={t(($) => $.export)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
