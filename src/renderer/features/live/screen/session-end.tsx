import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatClock } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { leaveSession } from '../session/current-session.ts';
import type { LiveSession } from '../session/live-session.ts';
import type { LiveState } from '../session/live-state.ts';
import { SaveWaitingButton } from './save-waiting-button.tsx';
import { useLiveWords } from './use-live-words.ts';
import { useProblemWords } from './use-problem-words.ts';

interface SessionEndProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** A session that is not running yet, or no longer. */
export function SessionEnd({ session, state: { phase, problem, outbox, session: stored } }: SessionEndProps) {
  const { t } = useTranslation('live');
  const { t: common } = useTranslation('common');
  const words = useLiveWords();
  const problemWords = useProblemWords();
  const title = () => {
    if (phase === 'failed') return t(($) => $.end.notBegun);
    return phase === 'unstored' ? t(($) => $.end.unstored) : t(($) => $.end.early);
  };
  return (
    <>
      <PageHeader title={t(($) => $.titleOf, { child: session.child.code })} />
      {(phase === 'preparing' || phase === 'stopping') && (
        <Group role="status">
          <Loader size="sm" aria-hidden />
          <Text>{phase === 'preparing' ? t(($) => $.end.opening) : t(($) => $.end.storing)}</Text>
        </Group>
      )}
      {problem && (
        <Notice kind="error" title={title()}>
          {problemWords(problem)}
          {phase === 'unstored' && ` ${t(($) => $.end.inMemory, { waiting: words.count(outbox.waiting) })}`}
        </Notice>
      )}
      {phase === 'unstored' && (
        <Group>
          <Button onClick={() => void session.stop()}>{t(($) => $.end.storeAgain)}</Button>
          <SaveWaitingButton session={session} />
        </Group>
      )}
      {(phase === 'stopped' || phase === 'refused') && stored && (
        <Stack align="flex-start">
          {phase === 'stopped' && (
            <Text>
              {t(($) => $.end.stopped, {
                length: formatClock(stored.durationMs),
                readings: words.count(stored.sampleCount),
              })}
            </Text>
          )}
          <Group>
            <Button component={Link} to={`/sessions/${stored.id}`} onClick={leaveSession}>
              {t(($) => $.end.review)}
            </Button>
            <Button variant="default" onClick={leaveSession}>
              {t(($) => $.end.another)}
            </Button>
          </Group>
        </Stack>
      )}
      {phase === 'failed' && <Button onClick={leaveSession}>{common(($) => $.action.back)}</Button>}
    </>
  );
}
