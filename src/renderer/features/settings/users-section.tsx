import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../contract/site.ts';
import { useCall } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useConfirmedAction } from '../../ui/use-confirmed-action.ts';
import { AddUserDialog } from './add-user-dialog.tsx';

/** Who may sign in, and as what. */
export function UsersSection() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const users = useCall('users.list', {});
  const [adding, { open, close }] = useDisclosure(false);
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
              remove: {
                align: 'right',
                cell: (user) => (
                  <RowButton label={t(($) => $.users.remove, { name: user.name })} onClick={() => removal.ask(user)}>
                    {common(($) => $.action.remove)}
                  </RowButton>
                ),
              },
            }}
          />
        )}
      </Loaded>
      <Group>
        <Button onClick={open}>{t(($) => $.users.add)}</Button>
      </Group>
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
