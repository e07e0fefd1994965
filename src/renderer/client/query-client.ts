import { QueryClient } from '@tanstack/react-query';
import { EVENTS, type EventName } from '../../contract/contract.ts';
import { listen, transport } from './client.ts';

/** Which answers an event makes old, by the beginning of the method's name. `runs.log` is followed by its screen. */
const STALE_AFTER: Readonly<Record<EventName, readonly string[]>> = {
  'site.changed': ['site.', 'users.', 'audit.'],
  'children.changed': ['children.', 'audit.'],
  'sessions.changed': ['sessions.', 'audit.'],
  'models.changed': ['models.', 'audit.'],
  'runs.changed': ['runs.', 'datasets.', 'audit.'],
  'runs.log': [],
};

/** The answers this window keeps. Nothing is asked again by itself: the service says when something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** True when an answer to this method is old after the event. */
export function isStaleAfter(event: EventName, methodName: string): boolean {
  return STALE_AFTER[event].some((prefix) => methodName.startsWith(prefix));
}

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
