import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SessionWindow } from '../../../../contract/review/review.ts';
import { call } from '../../../client/client.ts';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { windowAround } from './window-around.ts';

/** Rows of a window. The visible range is a quarter to a half of it and so has 500 to 1000 of them. */
const MOST_ROWS = 2_000;

/** The readings of a range and some time around it; until they arrive, those of the previous range. */
export function useSessionWindow(sessionId: string, range: TimeRange): UseQueryResult<SessionWindow, Error> {
  const input = { sessionId, ...windowAround(range), mostRows: MOST_ROWS };
  return useQuery({
    queryKey: ['sessions.window', input],
    queryFn: () => call('sessions.window', input),
    placeholderData: keepPreviousData,
  });
}
