import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErasurePreview, ErasureTarget } from '../../../contract/records/erasures.ts';
import { useCall } from '../../client/use-call.ts';
import { Dialog } from '../dialog.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { Form } from '../form/form.tsx';
import { useCallForm } from '../form/use-call-form.ts';
import { Loaded } from '../loaded.tsx';
import { Notice } from '../notice.tsx';
import { PasswordField } from '../password-field.tsx';
import { useSite } from '../site-context.ts';
import { WhatGoes } from './what-goes.tsx';

interface EraseDialogProps {
  readonly target: ErasureTarget;
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What would go and what would stay; then a reason and the password once more. */
export function EraseDialog({ target, title, onClose, onDone }: EraseDialogProps) {
  const { t } = useTranslation('erasing');
  const preview = useCall('erasures.preview', { target });
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      <Loaded query={preview} what={t(($) => $.looking)}>
        {(found) => <EraseForm target={target} preview={found} onClose={onClose} onDone={onDone} />}
      </Loaded>
    </Dialog>
  );
}

interface EraseFormProps extends Omit<EraseDialogProps, 'title'> {
  readonly preview: ErasurePreview;
}

function EraseForm({ target, preview, onClose, onDone }: EraseFormProps) {
  const { t } = useTranslation('erasing');
  const { t: common } = useTranslation('common');
  const { site } = useSite();
  const { form, submit, isPending, error } = useCallForm('erasures.erase', {
    initialValues: { reason: '', atOnce: preview.waitDays === 0, password: '' },
    toInput: ({ reason, atOnce, password }) => ({ target, reason, atOnce, password }),
    secrets: ['password'],
    onDone,
  });
  const waits = preview.waitDays > 0 && !form.values.atOnce;
  return (
    <Form onSubmit={submit}>
      <Text>{waits ? t(($) => $.waits, { count: preview.waitDays }) : t(($) => $.help[target.kind])}</Text>
      <WhatGoes preview={preview} />
      {preview.running > 0 ? (
        <Notice kind="warning" title={t(($) => $.running, { count: preview.running })}>
          {t(($) => $.runningHelp)}
        </Notice>
      ) : (
        <Stack gap="sm">
          <Textarea
            label={t(($) => $.reason)}
            description={t(($) => $.reasonHelp)}
            autosize
            minRows={2}
            required
            {...form.getInputProps('reason')}
          />
          {preview.waitDays > 0 && (
            <Checkbox label={t(($) => $.atOnce)} {...form.getInputProps('atOnce', { type: 'checkbox' })} />
          )}
          {!site.demo && (
            <PasswordField
              label={t(($) => $.password)}
              required
              autoComplete="off"
              {...form.getInputProps('password')}
            />
          )}
        </Stack>
      )}
      {error && <ErrorNotice error={error} title={t(($) => $.notErased)} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {common(($) => $.action.cancel)}
        </Button>
        <Button type="submit" color="red.9" loading={isPending} disabled={preview.running > 0}>
          {waits ? t(($) => $.eraseAfter, { count: preview.waitDays }) : t(($) => $.erase)}
        </Button>
      </Group>
    </Form>
  );
}
