import { Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../contract/site.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { AddUserDialog } from './add-user-dialog.tsx';

/** Who may sign in, and as what. */
export function UsersSection() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const users = useCall('users.list', {});
  const [adding, { open, close }] = useDisclosure(false);
  const [asked, setAsked] = useState<User | null>(null);
  const remove = useAction('users.remove', { onDone: () => setAsked(null) });

  return (
    <Section title={t(($) => $.users.title)}>
      <Loaded query={users} what={t(($) => $.users.what)}>
        {(list) => (
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t(($) => $.users.name)}</Table.Th>
                <Table.Th>{t(($) => $.users.role)}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map((user) => (
                <Table.Tr key={user.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{user.name}</Table.Td>
                  <Table.Td>{common(($) => $.role[user.role])}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-md"
                      variant="default"
                      aria-label={t(($) => $.users.remove, { name: user.name })}
                      onClick={() => {
                        remove.reset();
                        setAsked(user);
                      }}
                    >
                      {common(($) => $.action.remove)}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Loaded>
      <Group>
        <Button onClick={open}>{t(($) => $.users.add)}</Button>
      </Group>
      <AddUserDialog opened={adding} onClose={close} />
      <ConfirmDialog
        opened={asked !== null}
        title={t(($) => $.users.remove, { name: asked?.name ?? '' })}
        confirm={common(($) => $.action.remove)}
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => asked && remove.mutate({ userId: asked.id })}
        onClose={() => setAsked(null)}
      >
        <Text>{t(($) => $.users.removeHelp)}</Text>
      </ConfirmDialog>
    </Section>
  );
}
