import { EVENTS, type EventData, type EventName } from '../../contract/contract.ts';
import type { Access } from '../../contract/role.ts';
import { permission } from '../../core/security/roles.ts';
import type { User } from '../../core/store/people/users.node.ts';
import type { Caller } from './caller.ts';

/** Who may hear what: as those who may call the methods that answer the same. */
const EVENT_ACCESS: Readonly<Record<EventName, Access>> = {
  'site.changed': 'anyone',
  'children.changed': 'signed-in',
  'lsl.changed': 'signed-in',
  'protocols.changed': 'signed-in',
  'sessions.changed': ['ward', 'reviewer', 'administrator'],
  'baselines.changed': 'signed-in',
  'ratings.changed': ['ward', 'research', 'reviewer', 'administrator'],
  'erasures.changed': ['administrator'],
  'exports.changed': ['ward', 'research', 'reviewer', 'administrator'],
  'models.changed': 'signed-in',
  'datasets.changed': ['research', 'administrator'],
  'datasets.indexing': ['research', 'administrator'],
  'comparisons.changed': ['research', 'administrator'],
  'runs.changed': ['research', 'administrator'],
  'results.changed': ['research', 'administrator'],
  'studies.changed': ['research', 'administrator'],
  'studies.step': ['research', 'administrator'],
  'runs.log': ['research', 'administrator'],
};

export interface EventHub {
  listen<N extends EventName>(caller: Caller, event: N, onEvent: (data: EventData<N>) => void): () => void;
  /** @param isFor Whom of those who may hear it it concerns; everybody, where it is left out. */
  emit<N extends EventName>(event: N, data: EventData<N>, isFor?: (user: User) => boolean): void;
}

/** @param userOf Who is there to hear something on a caller, asked at every event; null for nobody. */
export function createEventHub(userOf: (caller: Caller) => User | null): EventHub {
  const listeners = new Map<EventName, Set<{ caller: Caller; tell: (data: unknown) => void }>>();
  return {
    listen(caller, event, onEvent) {
      const listener = { caller, tell: onEvent as (data: unknown) => void };
      const ofEvent = listeners.get(event) ?? new Set();
      listeners.set(event, ofEvent.add(listener));
      return () => {
        ofEvent.delete(listener);
      };
    },
    emit(event, data, isFor = () => true) {
      const parsed = EVENTS[event].parse(data);
      for (const { caller, tell } of listeners.get(event) ?? []) {
        const user = userOf(caller);
        if (permission(EVENT_ACCESS[event], user?.role ?? null).kind !== 'allowed') continue;
        if (user === null || isFor(user)) tell(parsed);
      }
    },
  };
}
