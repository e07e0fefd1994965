import { Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { User } from '../../../contract/site.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { ROLE_WORDS } from '../../ui/words.ts';
import { AddUserDialog } from './add-user-dialog.tsx';

/** Who may sign in, and as what. */
export function UsersSection() {
  const users = useCall('users.list', {});
  const [adding, { open, close }] = useDisclosure(false);
  const [asked, setAsked] = useState<User | null>(null);
  const remove = useAction('users.remove', { onDone: () => setAsked(null) });

  return (
    <Section title="Users">
      <Loaded query={users} what="the users">
        {(list) => (
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>Role</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map((user) => (
                <Table.Tr key={user.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{user.name}</Table.Td>
                  <Table.Td>{ROLE_WORDS[user.role]}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-md"
                      variant="default"
                      aria-label={`Remove ${user.name}`}
                      onClick={() => {
                        remove.reset();
                        setAsked(user);
                      }}
                    >
                      Remove
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Loaded>
      <Group>
        <Button onClick={open}>Add a user</Button>
      </Group>
      <AddUserDialog opened={adding} onClose={close} />
      <ConfirmDialog
        opened={asked !== null}
        title={`Remove ${asked?.name ?? ''}`}
        confirm="Remove"
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => asked && remove.mutate({ userId: asked.id })}
        onClose={() => setAsked(null)}
      >
        <Text>This person can no longer sign in. What they did stays in the records.</Text>
      </ConfirmDialog>
    </Section>
  );
}
