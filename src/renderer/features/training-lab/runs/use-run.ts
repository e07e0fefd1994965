import { useEffect } from 'react';
import type { Output } from '../../../../contract/contract.ts';
import { listen } from '../../../client/client.ts';
import { queryClient } from '../../../client/query-client.ts';
import { useCall } from '../../../client/use-call.ts';
import { appendRecord } from './run-log.ts';

/** A run with its log, which grows while it runs. */
export function useRun(runId: string) {
  useEffect(
    () =>
      listen('runs.log', (event) => {
        if (event.runId !== runId) return;
        queryClient.setQueryData<Output<'runs.get'>>(['runs.get', { runId }], (known) =>
          known ? { ...known, log: appendRecord(known.log, event.record) } : known,
        );
      }),
    [runId],
  );
  return useCall('runs.get', { runId });
}
