import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RunView } from './run-view.tsx';
import { useRun } from './use-run.ts';

/** One run: how it goes, and what came of it. */
export function RunPage() {
  const { runId = '' } = useParams();
  const run = useRun(runId);
  return (
    <Stack gap="lg">
      {run.data === undefined && <PageHeader title="Run" />}
      <Loaded query={run} what="the run">
        {(data) => <RunView run={data.run} log={data.log} />}
      </Loaded>
    </Stack>
  );
}
