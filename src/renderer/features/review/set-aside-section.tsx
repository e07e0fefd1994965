import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/sessions.ts';
import { mayCall } from '../../client/may-call.ts';
import { useAction } from '../../client/use-call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { EraseButton } from '../../ui/erasing/erase-button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSite } from '../../ui/site-context.ts';

/** Whether the session is this child's: the mark that it is not, and the ways to set and to undo it. */
export function SetAsideSection({ session }: { readonly session: Session }) {
  const { t } = useTranslation('children');
  const { user } = useSite();
  const mayChange = mayCall(user.role, 'sessions.setAside');
  const [isAsking, setIsAsking] = useState(false);
  if (session.setAside) return <Mark session={session} setAside={session.setAside} mayChange={mayChange} />;
  if (!mayChange || session.state === 'running') return null;
  return (
    <Group className="not-printed">
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {t(($) => $.setAside.button)}
      </Button>
      <EraseSession session={session} />
      {isAsking && <ReasonDialog sessionId={session.id} onClose={() => setIsAsking(false)} />}
    </Group>
  );
}

/** Also of a session that was set aside: what was recorded of another child is the first to be erased. */
function EraseSession({ session: { id, childCode, startedAtIso } }: { readonly session: Session }) {
  const { t } = useTranslation('erasing');
  const { dateTime } = useFormat();
  return (
    <EraseButton
      target={{ kind: 'session', sessionId: id }}
      label={t(($) => $.session)}
      title={t(($) => $.sessionTitle, { code: childCode, at: dateTime(startedAtIso) })}
    />
  );
}

interface MarkProps {
  readonly session: Session;
  readonly setAside: NonNullable<Session['setAside']>;
  readonly mayChange: boolean;
}

function Mark({ session, setAside: { by, atIso, reason }, mayChange }: MarkProps) {
  const { id, childCode } = session;
  const { t } = useTranslation('children');
  const { dateTime } = useFormat();
  const takeBack = useAction('sessions.takeBack');
  return (
    <Notice kind="warning" title={t(($) => $.setAside.title, { child: childCode })}>
      <Stack gap="xs" align="flex-start">
        <Text style={{ overflowWrap: 'anywhere' }}>
          {t(($) => $.setAside.said, { name: by, at: dateTime(atIso), reason })}
        </Text>
        <Text>{t(($) => $.setAside.leftOut)}</Text>
        {takeBack.error && <ErrorNotice error={takeBack.error} title={t(($) => $.setAside.notDone)} />}
        {mayChange && (
          <Group>
            <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate({ sessionId: id })}>
              {t(($) => $.setAside.undo)}
            </Button>
            <EraseSession session={session} />
          </Group>
        )}
      </Stack>
    </Notice>
  );
}

function ReasonDialog({ sessionId, onClose }: { readonly sessionId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('children');
  const { form, submit, isPending, error } = useCallForm('sessions.setAside', {
    initialValues: { reason: '' },
    toInput: ({ reason }) => ({ sessionId, reason }),
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t(($) => $.setAside.ask)} size="lg">
      <Form onSubmit={submit}>
        <Text>{t(($) => $.setAside.leftOut)}</Text>
        <Textarea
          label={t(($) => $.setAside.reason)}
          description={t(($) => $.setAside.reasonHint)}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        {error && <ErrorNotice error={error} title={t(($) => $.setAside.notDone)} />}
        <DialogActions submit={t(($) => $.setAside.mark)} pending={isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
