import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RunningSession } from '../../../../contract/sessions.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorText } from '../../../ui/error-text.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemWords } from '../screen/use-problem-words.ts';
import { goOnWith, leaveSession } from '../session/current-session.ts';
import { problemOf } from '../session/live-problem.ts';

interface LostSessionProps {
  readonly running: RunningSession;
  /** This window has a session of its own already. */
  readonly isBusy: boolean;
}

/** A session that no recorder of this window records: its window was reloaded, closed or lost, or is another one. */
export function LostSession({ running, isBusy }: LostSessionProps) {
  const { t } = useTranslation('live');
  const { dateTime } = useFormat();
  const navigate = useNavigate();
  const problemWords = useProblemWords();
  const goOn = useMutation({
    mutationFn: () => {
      leaveSession();
      return goOnWith(running);
    },
    onSuccess: () => navigate('/live'),
  });
  const end = useAction('sessions.stop');
  const { id, childCode, startedAtIso, durationMs, state } = running.session;
  const [title, text] =
    state === 'recovered' ? (['interruptedTitle', 'interruptedText'] as const) : (['title', 'text'] as const);
  return (
    <Notice kind="warning" title={t(($) => $.lost[title], { child: childCode, at: dateTime(startedAtIso) })}>
      <Stack gap="xs" align="flex-start">
        <Text>{t(($) => $.lost[text], { name: running.responsible })}</Text>
        {goOn.error && <Text c="var(--mantine-color-error)">{problemWords(problemOf(goOn.error))}</Text>}
        {end.error && <ErrorText error={end.error} />}
        <Group>
          {!isBusy && (
            <Button loading={goOn.isPending} onClick={() => goOn.mutate()}>
              {t(($) => $.held.goOn)}
            </Button>
          )}
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate({ sessionId: id, durationMs })}>
            {t(($) => $.held.end)}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
