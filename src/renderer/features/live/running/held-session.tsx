import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorText } from '../../../ui/error-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { leaveSession } from '../session/current-session.ts';
import type { LiveSession } from '../session/live-session.ts';

interface HeldSessionProps {
  readonly session: LiveSession;
  /** Whether who is signed in may run sessions. */
  readonly mayRun: boolean;
}

/** A session that was left when somebody signed out: whoever is signed in now goes on with it or ends it. */
export function HeldSession({ session, mayRun }: HeldSessionProps) {
  const { t } = useTranslation('live');
  const navigate = useNavigate();
  const takeOver = useMutation({ mutationFn: () => session.handOver.takeOver(), onSuccess: () => navigate('/live') });
  const end = useMutation({
    mutationFn: async () => {
      await session.handOver.takeOver();
      await session.stop();
    },
    onSuccess: () => navigate('/live'),
  });
  const error = takeOver.error ?? end.error;
  const isPending = takeOver.isPending || end.isPending;
  return (
    <Notice kind="error" title={t(($) => $.held.title, { child: session.child.code })}>
      <Stack gap="xs" align="flex-start">
        <Text>{mayRun ? t(($) => $.held.text) : t(($) => $.held.notYours)}</Text>
        {error && <ErrorText error={error} />}
        {mayRun && (
          <Group>
            <Button loading={isPending} onClick={() => takeOver.mutate()}>
              {t(($) => $.held.goOn)}
            </Button>
            <Button variant="default" loading={isPending} onClick={() => end.mutate()}>
              {t(($) => $.held.end)}
            </Button>
            {error && (
              <Button variant="default" onClick={() => session.discard().then(leaveSession)}>
                {t(($) => $.held.putAway)}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Notice>
  );
}
