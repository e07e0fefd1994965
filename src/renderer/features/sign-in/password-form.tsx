import { Button, PasswordInput, Select, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';

/** Name and password. */
export function PasswordForm({ userNames }: { readonly userNames: readonly string[] }) {
  const { t } = useTranslation('signIn');
  const [userName, setUserName] = useState(userNames[0] ?? '');
  const [password, setPassword] = useState('');
  const signIn = useAction('site.signIn');

  function submit(event: FormEvent): void {
    event.preventDefault();
    signIn.mutate({ userName, password });
  }

  return (
    <Stack component="form" onSubmit={submit}>
      <Select
        label={t(($) => $.name)}
        data={[...userNames]}
        value={userName}
        onChange={(name) => setUserName(name ?? '')}
        searchable
      />
      <PasswordInput
        label={t(($) => $.password)}
        required
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {signIn.error && <ErrorNotice error={signIn.error} title={t(($) => $.failed)} />}
      <Button type="submit" loading={signIn.isPending}>
        {t(($) => $.submit)}
      </Button>
    </Stack>
  );
}
