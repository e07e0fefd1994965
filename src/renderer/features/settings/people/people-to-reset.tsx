import { Group, List } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../../contract/site.ts';
import { RowButton } from '../../../ui/row-button.tsx';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';

type Person = Pick<User, 'id' | 'name'>;

interface PeopleToResetProps {
  /** What the list is of, for who does not see where it stands. */
  readonly label: string;
  readonly people: readonly Person[];
}

/** People whom a new password helps, each with the button that gives it. */
export function PeopleToReset({ label, people }: PeopleToResetProps) {
  const { t } = useTranslation('settings');
  const [resetting, setResetting] = useState<Person | null>(null);
  return (
    <>
      <List aria-label={label} my="xs" spacing={4} style={{ overflowWrap: 'anywhere' }}>
        {people.map((person) => (
          <List.Item key={person.id}>
            <Group gap="xs">
              {person.name}
              <RowButton label={t(($) => $.users.reset, { name: person.name })} onClick={() => setResetting(person)}>
                {t(($) => $.users.resetShort)}
              </RowButton>
            </Group>
          </List.Item>
        ))}
      </List>
      <ResetPasswordDialog user={resetting} onClose={() => setResetting(null)} />
    </>
  );
}
