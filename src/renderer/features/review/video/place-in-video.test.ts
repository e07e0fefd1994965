import { expect, it } from 'vitest';
import { placeInVideo, stretchesOf } from './place-in-video.ts';

const FRAGMENTS = [
  { fromMs: 1000, toMs: 4000 },
  { fromMs: 4080, toMs: 7000 },
  { fromMs: 20_000, toMs: 22_000 },
];

it.each([
  [0, null, 1000],
  [1000, 1000, 4080],
  [3999, 1000, 4080],
  [4040, 1000, 4080],
  [4080, 4080, 20_000],
  [7000, null, 20_000],
  [21_999, 20_000, null],
  [22_000, null, null],
])('finds where %d ms lies', (atMs, here, next) => {
  const place = placeInVideo(FRAGMENTS, atMs);
  expect([place.here?.fromMs ?? null, place.next?.fromMs ?? null]).toEqual([here, next]);
});

it('joins what has no hole between', () => {
  expect(stretchesOf(FRAGMENTS)).toEqual([
    { fromMs: 1000, toMs: 7000 },
    { fromMs: 20_000, toMs: 22_000 },
  ]);
  expect(stretchesOf([])).toEqual([]);
  expect(placeInVideo([], 5)).toEqual({ here: null, next: null });
});
