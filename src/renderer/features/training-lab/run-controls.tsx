import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Run } from '../../../contract/training.ts';
import { useAction } from '../../client/use-call.ts';

const RESUMABLE: readonly Run['state'][] = ['stopped', 'interrupted'];

/** Stop, with a checkpoint; and go on from it. */
export function RunControls({ run }: { readonly run: Run }) {
  const stop = useAction('runs.stop');
  const resume = useAction('runs.resume');
  const refused = (error: Error) =>
    notifications.show({ color: 'red.9', title: 'This was not done', message: error.message });
  if (run.state === 'running') {
    return (
      <Button
        color="red.9"
        loading={stop.isPending}
        onClick={() => stop.mutate({ runId: run.id }, { onError: refused })}
      >
        Stop
      </Button>
    );
  }
  if (!RESUMABLE.includes(run.state)) return null;
  return (
    <Button loading={resume.isPending} onClick={() => resume.mutate({ runId: run.id }, { onError: refused })}>
      Go on from the last checkpoint
    </Button>
  );
}
