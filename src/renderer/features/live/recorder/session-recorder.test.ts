import { expect, test } from 'vitest';
import type { Client } from '../../../client/create-client.ts';
import { SessionRecorder } from './session-recorder.ts';

const call = (async () => ({})) as unknown as Client['call'];
const SAD = [0, 0, 0, 0, 0.9, 0, 0.1];

function recorder(distress: { atLeast: number; below: number } | null) {
  const options = { sessionId: 's', recorderId: 'r', threshold: 0.5, validated: [], call };
  return new SessionRecorder({ ...options, distress });
}

function sadAt(atMs: number) {
  const box = { xPx: 0, yPx: 0, widthPx: 100, heightPx: 100 };
  return { atMs, probabilities: SAD, emotion: 'sadness', box, quality: {} } as unknown as Parameters<
    SessionRecorder['reading']
  >[0];
}

test('distress is said from the readings, and no longer once the last of them does not stand', () => {
  const recorded = recorder({ atLeast: 0.5, below: 0.2 });
  expect(recorded.distress).toBeNull();
  for (let atMs = 0; atMs <= 2000; atMs += 100) recorded.reading(sadAt(atMs));
  expect(recorded.distress).toMatchObject({ state: 'likely' });
  recorded.missing(2300, 'no-face');
  expect(recorded.distress).toMatchObject({ state: 'likely' });
  recorded.missing(2700, 'no-face');
  expect(recorded.distress).toBeNull();
});

test('of a model without limits nothing is said', () => {
  const recorded = recorder(null);
  for (let atMs = 0; atMs <= 2000; atMs += 100) recorded.reading(sadAt(atMs));
  expect(recorded.distress).toBeNull();
});
