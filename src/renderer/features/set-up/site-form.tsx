import { Button, Group, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('setUp');
  const { t: common } = useTranslation('common');
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
      <title>{`${t(($) => $.site)} · Faceward`}</title>
      <Stack>
        <Title order={1}>{t(($) => $.site)}</Title>
        <TextInput
          label={t(($) => $.form.name)}
          description={t(($) => $.form.nameHelp)}
          required
          data-autofocus
          maxLength={120}
          value={siteName}
          onChange={(event) => setSiteName(event.currentTarget.value)}
        />
        <TextInput
          label={t(($) => $.form.administrator)}
          description={t(($) => $.form.administratorHelp)}
          required
          maxLength={60}
          autoComplete="username"
          value={administrator}
          onChange={(event) => setAdministrator(event.currentTarget.value)}
        />
        <NewPassword label={t(($) => $.form.password)} value={password} onChange={setPassword} />
        <PasswordInput
          label={t(($) => $.form.again)}
          required
          autoComplete="new-password"
          value={repeated}
          onChange={(event) => setRepeated(event.currentTarget.value)}
          error={differs && t(($) => $.form.differs)}
        />
        {setUp.error && <ErrorNotice error={setUp.error} title={t(($) => $.form.failed)} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={setUp.isPending}>
            {common(($) => $.action.back)}
          </Button>
          <Button type="submit" loading={setUp.isPending} disabled={differs}>
            {t(($) => $.form.submit)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
