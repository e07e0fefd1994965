import { expect, test } from 'vitest';
import { type RestOutcome, type RestProgress, RestRecorder } from './rest-recorder.ts';

/** Watches from 5 s on, ten times a second; `isRead` says by the session's clock whether there was a reading. */
function watched(isRead: (atMs: number) => boolean, toMs = 60_000): (RestProgress | RestOutcome)[] {
  const recorder = new RestRecorder(5000);
  const seen: (RestProgress | RestOutcome)[] = [];
  for (let atMs = 5100; atMs <= toMs; atMs += 100) {
    const now = recorder.watch(atMs, isRead(atMs));
    seen.push(now);
    if ('kind' in now) break;
  }
  return seen;
}

test('thirty seconds of readings are a stretch of rest, counted down', () => {
  const seen = watched(() => true);
  expect(seen[0]).toEqual({ secondsLeft: 30, readMs: 100 });
  expect(seen[150]).toMatchObject({ secondsLeft: 15 });
  expect(seen.at(-1)).toEqual({ kind: 'rest', fromMs: 5000, toMs: 35_000 });
});

test('ten seconds of readings are enough, less are not', () => {
  expect(watched((atMs) => atMs <= 15_000).at(-1)).toMatchObject({ kind: 'rest' });
  expect(watched((atMs) => atMs <= 14_900).at(-1)).toEqual({ kind: 'too-little', readMs: 9900 });
});

test('a window that was held up has not read meanwhile', () => {
  const recorder = new RestRecorder(0);
  recorder.watch(1000, false);
  expect(recorder.watch(29_000, true)).toMatchObject({ readMs: 250 });
  expect(recorder.watch(90_000, true)).toEqual({ kind: 'too-little', readMs: 500 });
});
