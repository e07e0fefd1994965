import type { EventName } from '../../contract/contract.ts';

/** Which answers an event makes old, by the beginning of the method's name. `runs.log`, `studies.step` and `datasets.indexing` are followed by their screens. */
const STALE_AFTER: Readonly<Record<EventName, readonly string[]>> = {
  'site.changed': ['site.', 'users.', 'videos.', 'backups.', 'keys.', 'clock.', 'audit.'],
  'children.changed': [
    'children.',
    'consents.',
    'ratings.',
    'models.',
    'modelExchange.',
    'datasets.',
    'wall.',
    'videos.',
    'audit.',
  ],
  'lsl.changed': ['lsl.', 'audit.'],
  'protocols.changed': ['protocols.', 'cautions.', 'audit.'],
  'sessions.changed': [
    'sessions.',
    'consents.',
    'children.today',
    'annotations.',
    'review.',
    'ratings.',
    'videos.',
    'audit.',
  ],
  'baselines.changed': ['baselines.', 'consents.', 'audit.'],
  'ratings.changed': ['ratings.', 'audit.'],
  'erasures.changed': ['erasures.', 'audit.'],
  'exports.changed': ['exports.', 'audit.'],
  'models.changed': ['models.', 'modelExchange.', 'wall.', 'audit.'],
  'comparisons.changed': ['comparisons.'],
  'datasets.changed': ['datasets.', 'moments.', 'wall.', 'audit.'],
  'datasets.indexing': [],
  'runs.changed': ['runs.', 'consents.', 'datasets.', 'engines.', 'audit.'],
  'results.changed': ['results.', 'wall.', 'audit.'],
  'runs.log': [],
  'studies.changed': ['studies.', 'audit.'],
  'studies.step': [],
};

/** True when an answer to this method is old after the event. */
export function isStaleAfter(event: EventName, methodName: string): boolean {
  return STALE_AFTER[event].some((prefix) => methodName.startsWith(prefix));
}
