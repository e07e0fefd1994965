import { expect, test } from 'vitest';
import { RecentHistory } from './recent-history.ts';

const calm = { value: 0, low: -0.2, high: 0.2 };
const fear = { emotion: 'fear', confidence: 0.8, valence: calm } as const;

test('readings that agree become one stretch, gaps another, without holes', () => {
  const history = new RecentHistory();
  expect(history.lastReadingAtMs).toBeNull();
  for (let atMs = 0; atMs <= 1000; atMs += 100) history.reading(atMs, fear);
  for (let atMs = 1100; atMs <= 2000; atMs += 100) history.missing(atMs, 'no-face');
  expect(history.lastReadingAtMs).toBe(1000);
  history.reading(2100, { emotion: null, confidence: 0.4, valence: calm });
  expect(history.stretches).toEqual([
    { fromMs: 0, toMs: 1000, ...fear },
    { fromMs: 1000, toMs: 2000, reason: 'no-face', confidence: 0, valence: null },
    { fromMs: 2000, toMs: 2100, emotion: null, confidence: 0.4, valence: calm },
  ]);
});

test('time that nothing is known of is left out, and the old is forgotten', () => {
  const history = new RecentHistory();
  history.reading(0, fear);
  history.reading(1000, fear);
  expect(history.stretches.map(({ fromMs }) => fromMs)).toEqual([0, 1000]);
  history.reading(400_000, { ...fear, emotion: 'anger' });
  expect(history.stretches).toHaveLength(1);
});

test('a change of valence begins a stretch of its own, so that the strip shows it', () => {
  const history = new RecentHistory();
  history.reading(0, fear);
  history.reading(100, { ...fear, valence: { value: 0.05, low: -0.2, high: 0.2 } });
  history.reading(200, { ...fear, valence: { value: -0.3, low: -0.5, high: 0 } });
  expect(history.stretches.map(({ fromMs }) => fromMs)).toEqual([0, 100]);
});
