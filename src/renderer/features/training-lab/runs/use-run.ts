import { useEffect } from 'react';
import type { Output } from '../../../../contract/contract.ts';
import { listen } from '../../../client/client.ts';
import { queryClient } from '../../../client/query-client.ts';
import { useCall } from '../../../client/use-call.ts';
import { appendRecord } from './run-log.ts';

/**
 * A run with its log, which grows while it runs. Nobody listens while another page is open, so that it is asked for anew
 * each time that this one is opened.
 */
export function useRun(runId: string) {
  useEffect(() => {
    const end = listen('runs.log', (event) => {
      if (event.runId !== runId) return;
      queryClient.setQueryData<Output<'runs.get'>>(['runs.get', { runId }], (known) =>
        known ? { ...known, log: appendRecord(known.log, event.record) } : known,
      );
    });
    void queryClient.invalidateQueries({ queryKey: ['runs.get', { runId }] });
    return end;
  }, [runId]);
  return useCall('runs.get', { runId });
}
