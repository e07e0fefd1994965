import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';

interface DecideProps {
  readonly modelId: string;
  /** Rejects a candidate, or takes a rejected one up again. */
  readonly decision: 'reject' | 'reconsider';
}

/** A decision on a model that takes a written reason. */
export function DecideButton({ modelId, decision }: DecideProps) {
  const { t } = useTranslation('models');
  const [opened, setOpened] = useState(false);
  const verb = t(($) => $.decide[decision].verb);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {verb}
      </Button>
      <Dialog
        opened={opened}
        onClose={() => setOpened(false)}
        size="lg"
        title={t(($) => $.approve.title, { verb, model: modelId })}
      >
        <DecideForm modelId={modelId} decision={decision} onClose={() => setOpened(false)} />
      </Dialog>
    </>
  );
}

function DecideForm({ modelId, decision, onClose }: DecideProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('models');
  const { form, submit, isPending, error } = useCallForm(`models.${decision}`, {
    initialValues: { reason: '' },
    toInput: ({ reason }) => ({ modelId, reason }),
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <Text>{t(($) => $.decide[decision].help)}</Text>
      <Textarea
        label={t(($) => $.decide.reason)}
        description={t(($) => $.approve.reasonHelp)}
        required
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.decide.notDone)} />}
      <DialogActions submit={t(($) => $.decide[decision].verb)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
