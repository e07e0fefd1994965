import { expect, test } from 'vitest';
import type { Crop } from '../../../../contract/sessions.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import type { Gap } from '../../../../core/emotion/gap.ts';
import type { Sample } from '../../../../core/emotion/sample.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { Client } from '../../../client/create-client.ts';
import { FrameRecorder } from './frame-recorder.ts';

/** A recorder before a store that keeps what it takes, and can be out of reach. */
function recorderOverStore() {
  const stored = { samples: [] as Sample[], gaps: [] as Gap[], crops: [] as Crop[], isReachable: true };
  const call = (async (_name: string, input: { samples: Sample[]; gaps: Gap[]; crops: Crop[] }) => {
    if (!stored.isReachable) throw new FailureError(failure('window.unreachable'));
    stored.samples.push(...input.samples);
    stored.gaps.push(...input.gaps);
    stored.crops.push(...input.crops);
    return { stored: input.samples.length };
  }) as unknown as Client['call'];
  return { stored, recorder: new FrameRecorder({ sessionId: 's', recorderId: 'r', call }) };
}

function sampleAt(atMs: number): Sample {
  return {
    atMs,
    probabilities: EMOTIONS.map((emotion) => (emotion === 'happiness' ? 1 : 0)),
    emotion: 'happiness',
    box: { xPx: 0, yPx: 0, widthPx: 9, heightPx: 9 },
    quality: { brightness: 0.5, sharpness: 9, eyeDistancePx: 60, yawDeg: 0 },
  };
}

test('readings, pictures and gaps with their reasons reach the store', async () => {
  const { stored, recorder } = recorderOverStore();
  recorder.reading(sampleAt(0), new Uint8Array(3600));
  recorder.missing(66, 'covered');
  expect(recorder.gapReason).toBe('covered');
  recorder.reading(sampleAt(1066), null);
  expect(recorder.gapReason).toBeNull();
  recorder.missing(1132, 'no-face');
  recorder.endGap(3000);
  expect(await recorder.flush(3000)).toBe(true);
  expect(stored.samples).toEqual([sampleAt(0), sampleAt(1066)]);
  expect(stored.crops).toEqual([{ atMs: 0, grey: new Uint8Array(3600) }]);
  expect(stored.gaps).toEqual([
    { fromMs: 66, toMs: 1066, reason: 'covered' },
    { fromMs: 1132, toMs: 3000, reason: 'no-face' },
  ]);
});

test('a gap is sent when the next batch is due, without waiting for the end', async () => {
  const { stored, recorder } = recorderOverStore();
  recorder.missing(0, 'no-face');
  recorder.reading(sampleAt(1000), null);
  recorder.pump(1000);
  await Promise.resolve();
  expect(stored.gaps).toEqual([{ fromMs: 0, toMs: 1000, reason: 'no-face' }]);
});

test('what a store out of reach did not take waits, and is told of', async () => {
  const { stored, recorder } = recorderOverStore();
  stored.isReachable = false;
  recorder.reading(sampleAt(0), null);
  expect(await recorder.flush(100)).toBe(false);
  expect(recorder.status).toMatchObject({ waiting: 1, problem: failure('window.unreachable') });
  stored.isReachable = true;
  expect(await recorder.flush(200)).toBe(true);
  expect(stored.samples).toHaveLength(1);
});

test('a reading that finds no more room is a gap, not a hole', async () => {
  const { stored, recorder } = recorderOverStore();
  let atMs = 0;
  while (recorder.reading(sampleAt(atMs), null)) atMs += 66;
  expect(recorder.gapReason).toBe('interrupted');
  recorder.endGap(atMs + 1000);
  await recorder.flush(atMs + 1000);
  expect(stored.gaps).toEqual([{ fromMs: atMs, toMs: atMs + 1000, reason: 'interrupted' }]);
});
