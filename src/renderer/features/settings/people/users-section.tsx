import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../../contract/site.ts';
import { useCall } from '../../../client/use-call.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { RowButton } from '../../../ui/row-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { useConfirmedAction } from '../../../ui/use-confirmed-action.ts';
import { AddUserDialog } from './add-user-dialog.tsx';
import { RecoveryCodeDialog } from './recovery-code-dialog.tsx';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';

/** Who may sign in, and as what. */
export function UsersSection() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const users = useCall('users.list', {});
  const { site, user: me } = useSite();
  const [adding, { open, close }] = useDisclosure(false);
  const [makingCode, code] = useDisclosure(false);
  const [changing, setChanging] = useState<User | null>(null);
  const [resetting, setResetting] = useState<User | null>(null);
  const removal = useConfirmedAction('users.remove', ({ id }: User) => ({ userId: id }));

  return (
    <Section title={t(($) => $.users.title)}>
      <Loaded query={users} what={t(($) => $.users.what)}>
        {(list) => (
          <DataTable
            label={t(($) => $.users.title)}
            rows={list}
            rowKey={({ id }) => id}
            columns={{
              name: { header: t(($) => $.users.name), wrap: 'anywhere', cell: ({ name }) => name },
              role: { header: t(($) => $.users.role), cell: ({ role }) => common(($) => $.role[role]) },
              change: {
                align: 'right',
                cell: (user) => (
                  <Group gap="xs" justify="flex-end">
                    <RowButton label={t(($) => $.users.setRole, { name: user.name })} onClick={() => setChanging(user)}>
                      {t(($) => $.users.setRoleShort)}
                    </RowButton>
                    {user.id !== me.id && (
                      <RowButton
                        label={t(($) => $.users.reset, { name: user.name })}
                        onClick={() => setResetting(user)}
                      >
                        {t(($) => $.users.resetShort)}
                      </RowButton>
                    )}
                    <RowButton label={t(($) => $.users.remove, { name: user.name })} onClick={() => removal.ask(user)}>
                      {common(($) => $.action.remove)}
                    </RowButton>
                  </Group>
                ),
              },
            }}
          />
        )}
      </Loaded>
      {users.data && users.data.filter(({ role }) => role === 'administrator').length === 1 && (
        <Text>{t(($) => $.users.onlyOne)}</Text>
      )}
      <Group>
        <Button onClick={open}>{t(($) => $.users.add)}</Button>
        {!site.demo && (
          <Button variant="default" onClick={code.open}>
            {t(($) => $.users.newCode)}
          </Button>
        )}
      </Group>
      <RoleDialog user={changing} onClose={() => setChanging(null)} />
      <ResetPasswordDialog user={resetting} onClose={() => setResetting(null)} />
      <RecoveryCodeDialog opened={makingCode} onClose={code.close} />
      <AddUserDialog opened={adding} onClose={close} />
      <ConfirmDialog
        {...removal.dialog}
        title={t(($) => $.users.remove, { name: removal.asked?.name ?? '' })}
        confirm={common(($) => $.action.remove)}
        danger
      >
        <Text>{t(($) => $.users.removeHelp)}</Text>
      </ConfirmDialog>
    </Section>
  );
}
