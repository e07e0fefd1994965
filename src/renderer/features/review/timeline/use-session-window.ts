import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SessionWindow } from '../../../../contract/review.ts';
import { call } from '../../../client/client.ts';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { windowAround } from './window-around.ts';

/** Rows asked for: what is shown is a quarter of the window at least, so that it has 500 to 1000 of them. */
const MOST_ROWS = 2_000;

/** The readings of a range, and of some time around it; those of the last range until they have come. */
export function useSessionWindow(sessionId: string, range: TimeRange): UseQueryResult<SessionWindow, Error> {
  const input = { sessionId, ...windowAround(range), mostRows: MOST_ROWS };
  return useQuery({
    queryKey: ['sessions.window', input],
    queryFn: () => call('sessions.window', input),
    placeholderData: keepPreviousData,
  });
}
