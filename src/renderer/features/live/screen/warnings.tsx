import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import type { LiveSession } from '../session/live-session.ts';
import type { LiveState } from '../session/live-state.ts';
import { SaveWaitingButton } from './save-waiting-button.tsx';
import { useLiveWords } from './use-live-words.ts';
import { useProblemWords } from './use-problem-words.ts';

interface WarningsProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** Says that the store is out of reach, while it is. */
export function StoreWarning({ session, state: { outbox, markersWaiting } }: WarningsProps) {
  const { t } = useTranslation('live');
  const { count } = useLiveWords();
  const failureWords = useFailureWords();
  const waiting = count(outbox.waiting);
  return (
    outbox.problem && (
      <Notice kind="error" title={t(($) => $.warning.notStored)}>
        {failureWords(outbox.problem)}{' '}
        {outbox.problem.reason !== 'window.kept-aside' && (
          <>
            {markersWaiting > 0
              ? t(($) => $.warning.waitingToo, { waiting, markers: count(markersWaiting) })
              : t(($) => $.warning.waiting, { waiting })}{' '}
            <SaveWaitingButton session={session} />
          </>
        )}
      </Notice>
    )
  );
}

/** Says above the picture, never over it, that the camera is gone, or what the session has recovered from. */
export function PictureWarning({ session, state: { cameraProblem, recovered, changeProblem } }: WarningsProps) {
  const { t } = useTranslation('live');
  const { t: common } = useTranslation('common');
  const problemWords = useProblemWords();
  const length = formatClock(recovered?.lengthMs ?? 0);
  return (
    <>
      {cameraProblem && (
        <Notice kind="error" title={t(($) => $.warning.noPicture)}>
          <Group justify="space-between">
            <Text>
              {problemWords(cameraProblem)} {t(($) => $.warning.goesOn)}
            </Text>
            <Button variant="default" onClick={() => void session.reopenCamera()}>
              {common(($) => $.action.tryAgain)}
            </Button>
          </Group>
        </Notice>
      )}
      {changeProblem && (
        <Notice kind="warning" title={t(($) => $.warning.notChanged)}>
          {problemWords(changeProblem)} {t(($) => $.warning.cameraBefore)}
        </Notice>
      )}
      {recovered && (
        <Notice kind="warning" title={t(($) => $.warning.backTitle)}>
          {recovered.from === 'camera-lost'
            ? t(($) => $.warning.cameraBack, { length })
            : t(($) => $.warning.interrupted, { length })}
        </Notice>
      )}
    </>
  );
}
