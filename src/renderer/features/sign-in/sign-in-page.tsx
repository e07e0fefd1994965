import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { PasswordForm } from './password-form.tsx';
import { RecoverForm } from './recover-form.tsx';

interface SignInPageProps {
  readonly siteName: string;
  readonly userNames: readonly string[];
}

/** The way in: by password, or by the recovery code when it is lost. */
export function SignInPage({ siteName, userNames }: SignInPageProps) {
  const [recovering, setRecovering] = useState(false);
  return (
    <Paper component="main" withBorder shadow="xs" p="xl" w={440} maw="100%">
      <title>Sign in · Faceward</title>
      <Stack>
        <div>
          <Title order={1}>{recovering ? 'Recovery code' : 'Sign in'}</Title>
          <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {siteName}
          </Text>
        </div>
        {recovering ? <RecoverForm userNames={userNames} /> : <PasswordForm userNames={userNames} />}
        <Anchor
          component="button"
          type="button"
          underline="always"
          ta="left"
          onClick={() => setRecovering(!recovering)}
        >
          {recovering ? 'Sign in with a password' : 'Password lost? Use the recovery code'}
        </Anchor>
        <NotADiagnosis />
        <LanguageChoice />
      </Stack>
    </Paper>
  );
}
