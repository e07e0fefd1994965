import { EVENTS, type EventData, type EventName } from '../../contract/contract.ts';
import type { Access } from '../../contract/role.ts';
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
  emit<N extends EventName>(event: N, data: EventData<N>): void;
}

/** @param mayHear Whether a caller's user satisfies an access entry, asked at every event. */
export function createEventHub(mayHear: (caller: Caller, access: Access) => boolean): EventHub {
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
    emit(event, data) {
      const parsed = EVENTS[event].parse(data);
      for (const { caller, tell } of listeners.get(event) ?? []) {
        if (mayHear(caller, EVENT_ACCESS[event])) tell(parsed);
      }
    },
  };
}
