import { Box, Button, Group, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { ClockDoubt } from '../../contract/records/clock.ts';
import type { Role } from '../../contract/role.ts';
import { mayCall } from '../client/may-call.ts';
import { useCall } from '../client/use-call.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Form } from '../ui/form/form.tsx';
import { useCallForm } from '../ui/form/use-call-form.ts';
import { useFormat } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PasswordField } from '../ui/password-field.tsx';

/**
 * Over every page but the live one: the clock says what can hardly be, and what would end and be deleted by it waits until an
 * administrator says that it is right. Said to everyone, since consents that are over by it do not hold.
 */
export function ClockInDoubt({ role }: { readonly role: Role }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const { pathname } = useLocation();
  const { data: doubt = null } = useCall('clock.doubt', {});
  const [isAsking, asking] = useDisclosure();
  if (doubt === null || pathname.startsWith('/live')) return null;
  return (
    <Box mb="lg">
      <Notice kind="warning" title={t(($) => $.clock.title)}>
        <Text>
          {t(($) => $.clock.says, { says: format.dateTime(doubt.saysIso), known: format.dateTime(doubt.knownIso) })}
        </Text>
        {doubt.kind === 'ahead' ? <WhatIsDue due={doubt.due} /> : <Text>{t(($) => $.clock.behind)}</Text>}
        <Text>{t(($) => $.clock.putRight)}</Text>
        {mayCall(role, 'clock.confirm') ? (
          <Group mt="xs">
            <Button variant="default" onClick={asking.open}>
              {t(($) => $.clock.goOn)}
            </Button>
          </Group>
        ) : (
          <Text>{t(($) => $.clock.tellAdministrator)}</Text>
        )}
      </Notice>
      {isAsking && <ConfirmDate doubt={doubt} onClose={asking.close} />}
    </Box>
  );
}

function WhatIsDue({ due }: Pick<ClockDoubt, 'due'>) {
  const { t } = useTranslation('records');
  const kinds = (['consents', 'pictures', 'videos', 'baselines', 'waiting', 'byRule'] as const).filter(
    (kind) => due[kind] > 0,
  );
  return (
    <>
      <Text>{t(($) => $.clock.ahead)}</Text>
      <List>
        {kinds.map((kind) => (
          <List.Item key={kind}>{t(($) => $.clock[kind], { count: due[kind] })}</List.Item>
        ))}
      </List>
      <Text>{t(($) => $.clock.waits)}</Text>
    </>
  );
}

function ConfirmDate({ doubt, onClose }: { readonly doubt: ClockDoubt; readonly onClose: () => void }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const { form, submit, isPending, error } = useCallForm('clock.confirm', {
    initialValues: { password: '' },
    toInput: ({ password }) => ({ saysDate: doubt.saysDate, password }),
    secrets: ['password'],
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t(($) => $.clock.confirmTitle, { date: format.day(doubt.saysDate) })}>
      <Form onSubmit={submit}>
        {doubt.kind === 'ahead' && <WhatIsDue due={doubt.due} />}
        <Text>{t(($) => (doubt.kind === 'ahead' ? $.clock.confirmAhead : $.clock.confirmBehind))}</Text>
        <PasswordField
          label={t(($) => $.clock.password)}
          required
          autoComplete="off"
          {...form.getInputProps('password')}
        />
        {error && <ErrorNotice error={error} title={t(($) => $.clock.failed)} />}
        <DialogActions submit={t(($) => $.clock.goOn)} pending={isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
