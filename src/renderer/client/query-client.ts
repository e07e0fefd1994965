import { QueryClient } from '@tanstack/react-query';
import { EVENTS, type EventName } from '../../contract/contract.ts';
import { listen, transport } from './client.ts';
import { isStaleAfter } from './stale-after.ts';

/** The answers this window keeps. Nothing is asked again by itself: the service says when something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Asks again for what is on the screen when the service says that it changed, and after a lost connection. */
export function followEvents(): void {
  for (const event of Object.keys(EVENTS) as EventName[]) {
    listen(event, () => {
      queryClient.invalidateQueries({ predicate: ({ queryKey }) => isStaleAfter(event, String(queryKey[0])) });
    });
  }
  transport.watchConnection((state) => {
    if (state === 'open') queryClient.invalidateQueries();
  });
}
