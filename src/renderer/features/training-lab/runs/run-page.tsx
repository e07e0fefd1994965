import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RunView } from './run-view.tsx';
import { useRun } from './use-run.ts';

/** One run: its progress and its result. */
export function RunPage() {
  const { t } = useTranslation('training');
  const { runId = '' } = useParams();
  const run = useRun(runId);
  return (
    <Stack gap="lg">
      {run.data === undefined && <PageHeader title={t(($) => $.run.title)} />}
      <Loaded query={run} what={t(($) => $.run.what)}>
        {(data) => <RunView run={data.run} log={data.log} />}
      </Loaded>
    </Stack>
  );
}
