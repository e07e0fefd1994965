import { expect, test } from 'vitest';
import { RecentHistory } from './recent-history.ts';

test('readings that agree become one stretch, gaps another, without holes', () => {
  const history = new RecentHistory();
  for (let atMs = 0; atMs <= 1000; atMs += 100) history.reading(atMs, 'fear', 0.8);
  for (let atMs = 1100; atMs <= 2000; atMs += 100) history.missing(atMs, 'no-face');
  history.reading(2100, null, 0.4);
  expect(history.stretches).toEqual([
    { fromMs: 0, toMs: 1000, emotion: 'fear', confidence: 0.8 },
    { fromMs: 1000, toMs: 2000, reason: 'no-face', confidence: 0 },
    { fromMs: 2000, toMs: 2100, emotion: null, confidence: 0.4 },
  ]);
});

test('time that nothing is known of is left out, and the old is forgotten', () => {
  const history = new RecentHistory();
  history.reading(0, 'fear', 0.8);
  history.reading(1000, 'fear', 0.8);
  expect(history.stretches.map(({ fromMs }) => fromMs)).toEqual([0, 1000]);
  history.reading(400_000, 'anger', 0.8);
  expect(history.stretches).toHaveLength(1);
});
