import { Box, Button, Group, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { ClockDoubt } from '../../contract/records/clock.ts';
import type { Role } from '../../contract/role.ts';
import { mayCall } from '../client/may-call.ts';
import { useCall } from '../client/use-call.ts';
import { useFormat } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PasswordDialog } from '../ui/password-dialog.tsx';

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
  return (
    <PasswordDialog
      method="clock.confirm"
      input={{ saysDate: doubt.saysDate }}
      title={t(($) => $.clock.confirmTitle, { date: format.day(doubt.saysDate) })}
      submit={t(($) => $.clock.goOn)}
      failed={t(($) => $.clock.failed)}
      onClose={onClose}
    >
      {doubt.kind === 'ahead' && <WhatIsDue due={doubt.due} />}
      <Text>{t(($) => (doubt.kind === 'ahead' ? $.clock.confirmAhead : $.clock.confirmBehind))}</Text>
    </PasswordDialog>
  );
}
