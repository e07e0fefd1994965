import { Button, Group, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { NewPassword } from '../../ui/new-password.tsx';

interface SiteFormProps {
  readonly onBegin: () => void;
  readonly onRefused: () => void;
  readonly onBack: () => void;
  /** Handed the recovery code, which can be had only now. */
  readonly onMade: (recoveryCode: string) => void;
}

/** Names the site and its first administrator. */
export function SiteForm({ onBegin, onRefused, onBack, onMade }: SiteFormProps) {
  const [siteName, setSiteName] = useState('');
  const [administrator, setAdministrator] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const setUp = useAction('site.setUp', { onDone: ({ recoveryCode }) => onMade(recoveryCode) });
  const differs = repeated !== '' && repeated !== password;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (repeated !== password) return;
    onBegin();
    setUp.mutate({ siteName, administrator, password }, { onError: onRefused });
  }

  return (
    <Paper component="form" withBorder p="xl" onSubmit={submit}>
      <title>Set up this site · Faceward</title>
      <Stack>
        <Title order={1}>Set up this site</Title>
        <TextInput
          label="Name of the site"
          description="For example the hospital and the ward. It stands on every report."
          required
          data-autofocus
          maxLength={120}
          value={siteName}
          onChange={(event) => setSiteName(event.currentTarget.value)}
        />
        <TextInput
          label="Administrator"
          description="The name you will sign in with."
          required
          maxLength={60}
          autoComplete="username"
          value={administrator}
          onChange={(event) => setAdministrator(event.currentTarget.value)}
        />
        <NewPassword label="Password" value={password} onChange={setPassword} />
        <PasswordInput
          label="Password again"
          required
          autoComplete="new-password"
          value={repeated}
          onChange={(event) => setRepeated(event.currentTarget.value)}
          error={differs && 'The two passwords are not the same yet.'}
        />
        {setUp.error && <ErrorNotice error={setUp.error} title="The site was not set up" />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={setUp.isPending}>
            Back
          </Button>
          <Button type="submit" loading={setUp.isPending} disabled={differs}>
            Set up
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
