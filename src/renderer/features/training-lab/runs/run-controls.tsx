import { Button, type ButtonProps, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../contract/training.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorText } from '../../../ui/error-text.tsx';

const RESUMABLE: readonly Run['state'][] = ['stopped', 'interrupted', 'failed'];
const UNDER_WAY: readonly Run['state'][] = ['running', 'paused'];

/** Lets a run wait, stops it at a checkpoint, goes on from there, and moves it in the queue. */
export function RunControls({ run }: { readonly run: Run }) {
  const { t } = useTranslation('training');
  const { t: ui } = useTranslation('ui');
  const stop = useAction('runs.stop');
  const resume = useAction('runs.resume');
  const pause = useAction('runs.pause');
  const moveUp = useAction('runs.moveUp');
  const { id: runId, state } = run;
  const onError = (error: Error) =>
    notifications.show({ color: 'red.9', title: ui(($) => $.notDone), message: <ErrorText error={error} /> });
  const button = (
    words: string,
    { isPending }: { readonly isPending: boolean },
    onClick: () => void,
    props?: ButtonProps,
  ) => (
    <Button loading={isPending} onClick={onClick} {...props}>
      {words}
    </Button>
  );
  return (
    <Group gap="xs">
      {state === 'queued' &&
        button(
          t(($) => $.run.moveUp),
          moveUp,
          () => moveUp.mutate({ runId }, { onError }),
          { variant: 'default' },
        )}
      {UNDER_WAY.includes(state) &&
        button(
          state === 'paused' ? t(($) => $.run.goOn) : t(($) => $.run.pause),
          pause,
          () => pause.mutate({ runId, paused: state !== 'paused' }, { onError }),
          { variant: 'default' },
        )}
      {(state === 'queued' || UNDER_WAY.includes(state)) &&
        button(
          state === 'queued' ? t(($) => $.run.unqueue) : t(($) => $.run.stop),
          stop,
          () => stop.mutate({ runId }, { onError }),
          { color: 'red.9' },
        )}
      {RESUMABLE.includes(state) &&
        button(
          t(($) => $.run.resume),
          resume,
          () => resume.mutate({ runId }, { onError }),
        )}
    </Group>
  );
}
