import type { Run } from '../../../contract/training.ts';

export const RUN_STATE_WORDS: Readonly<Record<Run['state'], string>> = {
  running: 'Running',
  finished: 'Finished',
  stopped: 'Stopped',
  failed: 'Failed',
  interrupted: 'Interrupted',
};
