import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { EVENTS, type EventName } from '../../contract/contract.ts';
import { CallError } from '../../contract/error.ts';
import { listen, transport } from './client.ts';
import { isStaleAfter } from './stale-after.ts';

/** Somebody who is no longer signed in, by a restart of the program for one, is asked to sign in again. */
export function askWhoIsThere(error: unknown): void {
  if (!(error instanceof CallError) || error.code !== 'not-signed-in') return;
  queryClient.invalidateQueries({ queryKey: ['site.status'] });
}

/** The answers this window keeps. Nothing is asked again by itself: the service says when something changed. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askWhoIsThere }),
  mutationCache: new MutationCache({ onError: askWhoIsThere }),
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
