import { Box, Container, Group, Paper, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { ConfirmRecoveryCode } from '../../ui/recovery-code/confirm-recovery-code.tsx';
import { ChooseStart } from './choose-start.tsx';
import { SiteForm } from './site-form.tsx';

interface SetUpPageProps {
  /** Called before the site is made: from then on this page has to stay until `onEnd`. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

type Step = { readonly name: 'choose' } | { readonly name: 'site' } | { readonly name: 'code'; readonly code: string };

/** What a newcomer sees: set up a site, or look around in a throw-away one. */
export function SetUpPage({ onBegin, onEnd }: SetUpPageProps) {
  const { t } = useTranslation('setUp');
  const [step, setStep] = useState<Step>({ name: 'choose' });
  return (
    <Box component="main" bg="gray.0" mih="100vh" py={64}>
      <Container size="sm">
        {step.name === 'choose' && <ChooseStart onSetUp={() => setStep({ name: 'site' })} />}
        {step.name === 'site' && (
          <SiteForm
            onBegin={onBegin}
            onRefused={onEnd}
            onBack={() => setStep({ name: 'choose' })}
            onMade={(code) => setStep({ name: 'code', code })}
          />
        )}
        {step.name === 'code' && (
          <Paper withBorder p="xl">
            <title>{`${t(($) => $.code.name)} · Faceward`}</title>
            <Stack>
              <Title order={1}>{t(($) => $.code.title)}</Title>
              <ConfirmRecoveryCode code={step.code} onConfirmed={onEnd} />
            </Stack>
          </Paper>
        )}
        <Group justify="flex-end" mt="lg">
          <LanguageChoice />
        </Group>
      </Container>
    </Box>
  );
}
