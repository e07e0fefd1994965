import { expect, test } from 'vitest';
import { type RestOutcome, type RestProgress, RestRecorder } from './rest-recorder.ts';

/** Watches from 5 s on, ten times a second; `isRead` says by the session's clock whether a reading came at that moment. */
function watched(isRead: (atMs: number) => boolean, toMs = 60_000): (RestProgress | RestOutcome)[] {
  const recorder = new RestRecorder(5000);
  const seen: (RestProgress | RestOutcome)[] = [];
  let readAtMs: number | null = 4900;
  for (let atMs = 5000; atMs <= toMs; atMs += 100) {
    if (isRead(atMs)) readAtMs = atMs;
    const now = recorder.watch(atMs, readAtMs);
    seen.push(now);
    if ('kind' in now) break;
  }
  return seen;
}

test('thirty seconds of readings are a stretch of rest, counted down', () => {
  const seen = watched(() => true);
  expect(seen[1]).toEqual({ secondsLeft: 30, readMs: 100 });
  expect(seen[151]).toMatchObject({ secondsLeft: 15 });
  expect(seen.at(-1)).toEqual({ kind: 'rest', fromMs: 5000, toMs: 35_000 });
});

test('ten seconds of readings are enough, less are not', () => {
  expect(watched((atMs) => atMs <= 14_800).at(-1)).toMatchObject({ kind: 'rest' });
  expect(watched((atMs) => atMs <= 14_700).at(-1)).toEqual({ kind: 'too-little', readMs: 9950 });
});

test('a window that was held up has not read meanwhile', () => {
  const recorder = new RestRecorder(0);
  recorder.watch(1000, 1000);
  expect(recorder.watch(29_000, 29_000)).toMatchObject({ readMs: 250 });
  expect(recorder.watch(90_000, 89_900)).toEqual({ kind: 'too-little', readMs: 500 });
});

test('on a slow machine a reading that is shown for a second speaks for a quarter of it, as it does for the service', () => {
  const seen = watched((atMs) => atMs % 1000 === 0);
  expect(seen[100]).toMatchObject({ secondsLeft: 20, readMs: 2500 });
  expect(seen.at(-1)).toEqual({ kind: 'too-little', readMs: 7500 });
});
