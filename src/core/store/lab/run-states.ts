/** `failed`: the run's message says why. `interrupted`: the program ended while it ran. */
export const RUN_STATES = ['running', 'finished', 'stopped', 'failed', 'interrupted'] as const;

export type StoredRunState = (typeof RUN_STATES)[number];
