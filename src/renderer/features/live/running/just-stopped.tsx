import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../../contract/contract.ts';
import { call } from '../../../client/client.ts';
import { useCall } from '../../../client/use-call.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemWords } from '../screen/use-problem-words.ts';
import { goOnWith, leaveSession } from '../session/current-session.ts';
import { problemOf } from '../session/live-problem.ts';

type Stopped = Output<'sessions.justStopped'>[number];

/** For a minute after a session was stopped, on every page and whoever stopped it where: the way back. */
export function JustStopped() {
  const stopped = useCall('sessions.justStopped', {});
  return stopped.data?.map((each) => (
    <UndoStop key={`${each.session.id} ${stopped.dataUpdatedAt}`} stopped={each} askedAtMs={stopped.dataUpdatedAt} />
  ));
}

function UndoStop({
  stopped: { session, leftMs },
  askedAtMs,
}: {
  readonly stopped: Stopped;
  readonly askedAtMs: number;
}) {
  const { t } = useTranslation('live');
  const navigate = useNavigate();
  const problemWords = useProblemWords();
  const seconds = useSecondsUntil(askedAtMs + leftMs);
  const undo = useMutation({
    mutationFn: async () => {
      const running = await call('sessions.undoStop', { sessionId: session.id });
      leaveSession();
      await goOnWith(running);
    },
    onSuccess: () => navigate('/live'),
  });
  if (seconds <= 0) return null;
  return (
    <Notice kind="warning" title={t(($) => $.justStopped.title, { child: session.childCode })}>
      <Group justify="space-between">
        <Text>{t(($) => $.justStopped.text, { seconds })}</Text>
        <Button variant="default" size="xs" loading={undo.isPending} onClick={() => undo.mutate()}>
          {t(($) => $.justStopped.undo)}
        </Button>
      </Group>
      {undo.error && <Text c="red.9">{problemWords(problemOf(undo.error))}</Text>}
    </Notice>
  );
}

/** By the clock on the wall, once a second. */
function useSecondsUntil(endMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.ceil((endMs - nowMs) / 1000);
}
