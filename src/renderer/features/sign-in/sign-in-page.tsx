import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { PasswordForm } from './password-form.tsx';
import { RecoverForm } from './recover-form.tsx';

interface SignInPageProps {
  readonly siteName: string;
}

/** The way in: by password, or by the recovery code when it is lost. */
export function SignInPage({ siteName }: SignInPageProps) {
  const { t } = useTranslation('signIn');
  const [recovering, setRecovering] = useState(false);
  return (
    <Paper component="main" withBorder shadow="xs" p="xl" w={440} maw="100%">
      <title>{`${t(($) => $.title)} · Faceward`}</title>
      <Stack>
        <div>
          <Title order={1}>{recovering ? t(($) => $.code) : t(($) => $.title)}</Title>
          <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {siteName}
          </Text>
        </div>
        {recovering ? <RecoverForm /> : <PasswordForm />}
        <Anchor
          component="button"
          type="button"
          underline="always"
          ta="left"
          onClick={() => setRecovering(!recovering)}
        >
          {recovering ? t(($) => $.byPassword) : t(($) => $.lost)}
        </Anchor>
        <NotADiagnosis />
        <LanguageChoice />
      </Stack>
    </Paper>
  );
}
