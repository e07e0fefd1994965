import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { currentRecording } from '../recording/current-recording.ts';
import { isBeingRead } from '../recording/recording-state.ts';
import { currentSession, isUnderWay, leaveSession } from '../session/current-session.ts';

interface SignOutQuestionProps {
  readonly opened: boolean;
  /** Nothing of a demo outlasts its visitor: there is nothing to hand over. */
  readonly isDemo: boolean;
  /** Signs out; rejects when that was refused. */
  readonly signOut: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** True while signing out would leave something behind that nobody is responsible for. */
export function runsInThisWindow(): boolean {
  const { session } = currentSession();
  const { recording } = currentRecording();
  return (
    (session !== null && isUnderWay(session.state.current.phase)) ||
    (recording !== null && isBeingRead(recording.state.current.phase))
  );
}

/** Asks what is to become of a session that runs, or of a recording that is being read, when somebody signs out. */
export function SignOutQuestion({ opened, isDemo, signOut, onClose }: SignOutQuestionProps) {
  const { t } = useTranslation('live');
  const { t: ui } = useTranslation('ui');
  const { session } = currentSession();
  const { recording } = currentRecording();
  const stop = useMutation({
    mutationFn: async () => {
      await session?.stop();
      await recording?.stop();
      // What could not be stored waits in this window: whoever is signed in stays responsible for it.
      if (session && isUnderWay(session.state.current.phase)) return;
      leaveSession();
      await signOut();
    },
    onSettled: onClose,
  });
  const handOver = useMutation({
    mutationFn: async () => {
      await session?.handOver.hold();
      await signOut();
    },
    onSuccess: onClose,
    // Still signed in: whoever it was goes on, or ends it, from the page.
  });
  const isSession = session !== null && isUnderWay(session.state.current.phase);
  const mayHandOver = !isDemo && isSession && session.state.current.session !== null && recording === null;
  const child = (isSession ? session : recording)?.child.code ?? '';
  return (
    <Dialog opened={opened} onClose={onClose} title={t(($) => $.signOut.title, { child })} size="lg">
      <Stack>
        <Text>
          {isSession
            ? t(($) => (mayHandOver ? $.signOut.text : $.signOut.stopText))
            : t(($) => $.signOut.recordingText)}
        </Text>
        {handOver.error && <ErrorNotice error={handOver.error} title={ui(($) => $.notDone)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t(($) => $.signOut.stay)}
          </Button>
          {mayHandOver && (
            <Button variant="default" loading={handOver.isPending} onClick={() => handOver.mutate()}>
              {t(($) => $.signOut.handOver)}
            </Button>
          )}
          <Button color="red.9" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t(($) => $.signOut.stop)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
