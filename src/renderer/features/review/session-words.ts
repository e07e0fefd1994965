import type { Session } from '../../../contract/sessions.ts';

export const STATE_WORDS: Readonly<Record<Session['state'], string>> = {
  running: 'Running',
  stopped: 'Stopped',
  recovered: 'Recovered after an interruption',
};

export const SOURCE_WORDS: Readonly<Record<Session['source'], string>> = {
  webcam: 'Webcam',
  'demo-clip': 'Demo clip',
};
