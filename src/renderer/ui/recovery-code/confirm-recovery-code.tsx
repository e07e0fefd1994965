import { Button, Code, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogActions } from '../dialog-actions.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { Form } from '../form/form.tsx';
import { useCallForm } from '../form/use-call-form.ts';

interface ConfirmRecoveryCodeProps {
  readonly code: string;
  readonly onConfirmed: () => void;
  /** Left out where there is no way round it. */
  readonly onCancel?: () => void;
}

/** A recovery code, shown this once. It opens the site once its last group was typed from paper. */
export function ConfirmRecoveryCode({ code, onConfirmed, onCancel }: ConfirmRecoveryCodeProps) {
  const { t } = useTranslation('setUp');
  const { form, submit, isPending, error } = useCallForm('site.confirmRecoveryCode', {
    initialValues: { lastGroup: '' },
    toInput: (values) => values,
    onDone: onConfirmed,
  });
  const confirm = t(($) => $.code.confirm);
  return (
    <Form onSubmit={submit}>
      <Text>{t(($) => $.code.help)}</Text>
      <Code
        block
        fz="xl"
        p="lg"
        ta="center"
        aria-label={t(($) => $.code.name)}
        style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
      >
        {code}
      </Code>
      <Group>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t(($) => $.code.copied) : t(($) => $.code.copy)}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => window.print()}>
          {t(($) => $.code.print)}
        </Button>
      </Group>
      <TextInput
        label={t(($) => $.code.lastGroup)}
        description={t(($) => $.code.lastGroupHelp)}
        required
        autoComplete="off"
        {...form.getInputProps('lastGroup')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.code.notConfirmed)} />}
      {onCancel ? (
        <DialogActions submit={confirm} pending={isPending} onCancel={onCancel} />
      ) : (
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            {confirm}
          </Button>
        </Group>
      )}
    </Form>
  );
}
