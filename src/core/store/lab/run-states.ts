/**
 * `queued`: it waits for its turn. `paused`: it is under way and was told to wait. `no-better`: it ended without a model, because
 * none of its weights read val better than the model it started from. `failed`: the run's message says why. `interrupted`:
 * the program ended while it ran.
 */
export const RUN_STATES = [
  'queued',
  'running',
  'paused',
  'finished',
  'no-better',
  'stopped',
  'failed',
  'interrupted',
] as const;

export type RunState = (typeof RUN_STATES)[number];

/** As a row of `runs` has it; the others come of where it stands in the queue, or of why it failed. */
export type StoredRunState = Exclude<RunState, 'queued' | 'paused' | 'no-better'>;

const NO_BETTER = 'training.no-better-than-start';

/** What a run is called, from what is stored of it. */
export function runStateOf(
  stored: StoredRunState,
  {
    place,
    paused,
    message,
  }: { readonly place: number | null; readonly paused: number | null; readonly message: string | null },
): RunState {
  if (place !== null) return 'queued';
  if (stored === 'running' && paused) return 'paused';
  return stored === 'failed' && message?.startsWith('{') && JSON.parse(message).reason === NO_BETTER
    ? 'no-better'
    : stored;
}
