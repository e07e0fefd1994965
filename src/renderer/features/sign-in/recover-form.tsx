import { Button, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { NewPassword } from '../../ui/new-password.tsx';

/** Gives a person a new password, by the recovery code from set-up. */
export function RecoverForm({ userNames }: { readonly userNames: readonly string[] }) {
  const { t } = useTranslation('signIn');
  const [userName, setUserName] = useState(userNames[0] ?? '');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const recover = useAction('site.recover');

  function submit(event: FormEvent): void {
    event.preventDefault();
    recover.mutate({ userName, recoveryCode, newPassword });
  }

  return (
    <Stack component="form" onSubmit={submit}>
      <TextInput
        label={t(($) => $.code)}
        description={t(($) => $.codeHelp)}
        required
        autoComplete="off"
        value={recoveryCode}
        onChange={(event) => setRecoveryCode(event.currentTarget.value)}
      />
      <Select
        label={t(($) => $.name)}
        data={[...userNames]}
        value={userName}
        onChange={(name) => setUserName(name ?? '')}
        searchable
      />
      <NewPassword label={t(($) => $.newPassword)} value={newPassword} onChange={setNewPassword} />
      {recover.error && <ErrorNotice error={recover.error} title={t(($) => $.notRecovered)} />}
      <Button type="submit" loading={recover.isPending}>
        {t(($) => $.recover)}
      </Button>
    </Stack>
  );
}
