import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';

interface StartPasswordPageProps {
  readonly userName: string;
  /** What goes on meanwhile. */
  readonly children: ReactNode;
}

/** Before anything else, whoever was given a password chooses their own. */
export function StartPasswordPage({ userName, children }: StartPasswordPageProps) {
  const { t } = useTranslation('app');
  const signOut = useAction('site.signOut');
  return (
    <Center mih="100vh" p="lg">
      <Paper component="main" withBorder shadow="xs" p="xl" w={520} maw="100%">
        <Stack>
          <div>
            <Title order={1}>{t(($) => $.account.startTitle)}</Title>
            <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {userName}
            </Text>
          </div>
          <Text>{t(($) => $.account.startHelp)}</Text>
          {children}
          {signOut.error && <ErrorNotice error={signOut.error} title={t(($) => $.stillSignedIn)} />}
          <ChangePasswordForm userName={userName} onDone={() => {}} onCancel={() => signOut.mutate({})} />
          <LanguageChoice />
        </Stack>
      </Paper>
    </Center>
  );
}
