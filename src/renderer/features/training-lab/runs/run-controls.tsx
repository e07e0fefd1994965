import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../contract/training.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorText } from '../../../ui/error-text.tsx';

const RESUMABLE: readonly Run['state'][] = ['stopped', 'interrupted'];

/** Stops a run at a checkpoint, and resumes it from there. */
export function RunControls({ run }: { readonly run: Run }) {
  const { t } = useTranslation('training');
  const { t: ui } = useTranslation('ui');
  const stop = useAction('runs.stop');
  const resume = useAction('runs.resume');
  const refused = (error: Error) =>
    notifications.show({ color: 'red.9', title: ui(($) => $.notDone), message: <ErrorText error={error} /> });
  if (run.state === 'running') {
    return (
      <Button
        color="red.9"
        loading={stop.isPending}
        onClick={() => stop.mutate({ runId: run.id }, { onError: refused })}
      >
        {t(($) => $.run.stop)}
      </Button>
    );
  }
  if (!RESUMABLE.includes(run.state)) return null;
  return (
    <Button loading={resume.isPending} onClick={() => resume.mutate({ runId: run.id }, { onError: refused })}>
      {t(($) => $.run.resume)}
    </Button>
  );
}
