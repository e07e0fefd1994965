import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { AskRecoveryCode } from '../../ui/recovery-code/ask-recovery-code.tsx';
import { ConfirmRecoveryCode } from '../../ui/recovery-code/confirm-recovery-code.tsx';

interface RecoveryCodePageProps {
  readonly userName: string;
  /** What goes on meanwhile. */
  readonly children: ReactNode;
}

/** Before anything else, an administrator of a site without a recovery code makes one. */
export function RecoveryCodePage({ userName, children }: RecoveryCodePageProps) {
  const { t } = useTranslation('setUp');
  const { t: app } = useTranslation('app');
  const [code, setCode] = useState<string | null>(null);
  const signOut = useAction('site.signOut');
  const leave = () => signOut.mutate({});
  return (
    <Center mih="100vh" p="lg">
      <Paper component="main" withBorder shadow="xs" p="xl" w={620} maw="100%">
        <Stack>
          <div>
            <Title order={1}>{t(($) => $.code.missing)}</Title>
            <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {userName}
            </Text>
          </div>
          {code === null && <Text>{t(($) => $.code.missingHelp)}</Text>}
          {children}
          {signOut.error && <ErrorNotice error={signOut.error} title={app(($) => $.stillSignedIn)} />}
          {code === null ? (
            <AskRecoveryCode onMade={setCode} onCancel={leave} />
          ) : (
            <ConfirmRecoveryCode code={code} onConfirmed={() => {}} onCancel={leave} />
          )}
          <LanguageChoice />
        </Stack>
      </Paper>
    </Center>
  );
}
