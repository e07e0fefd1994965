import type { Observation } from '../../core/emotion/observation.ts';

/** Keys of the running session itself, which no marker may have. */
export const PAUSE_KEY = 'p';
export const UNDO_KEY = 'z';
/** On every page; with Shift, so that it is no marker's. */
export const LOCK_KEY = 'shift+L';
export const OBSERVATION_KEYS: Readonly<Record<Observation['kind'], string>> = {
  flacc: 'f',
  'faces-scale': 'c',
  note: 'n',
};

export const SESSION_KEYS: readonly string[] = [PAUSE_KEY, UNDO_KEY, ...Object.values(OBSERVATION_KEYS)];
