import { expect, test } from 'vitest';
import { ReadingRate } from './reading-rate.ts';

/** A worker that reads frame after frame; how long one takes is said by the caller. */
function worker() {
  const rate = new ReadingRate();
  let atMs = 0;
  return {
    rate,
    /** @returns When each of the frames of so many milliseconds was taken up. */
    readsFor(lengthMs: number, frameMs: () => number): number[] {
      const takenAtMs: number[] = [];
      for (const untilMs = atMs + lengthMs; atMs < untilMs; ) {
        takenAtMs.push(atMs);
        const tookMs = frameMs();
        rate.took(tookMs, atMs + tookMs);
        atMs += tookMs + rate.waitMs(tookMs);
      }
      return takenAtMs;
    },
  };
}

const distances = (atMs: readonly number[]) => atMs.slice(1).map((each, i) => Math.round(each - atMs[i]!));

test('a machine that keeps up reads fifteen times a second, and a frame that takes long now and then changes nothing', () => {
  const { rate, readsFor } = worker();
  let frame = 0;
  const takenAtMs = readsFor(10_000, () => (frame++ % 30 === 0 ? 130 : 40));
  expect(rate.isSlow).toBe(false);
  expect(takenAtMs.length).toBeGreaterThan(145);
  expect(takenAtMs.length).toBeLessThanOrEqual(151);
});

test.each([
  [4, 160, 200],
  [10, 400, 500],
  [20, 800, 1000],
])('a reader that is %i times as slow (%i ms) reads evenly, every %i ms', (_, frameMs, everyMs) => {
  const { rate, readsFor } = worker();
  readsFor(2000, () => 40);
  readsFor(5000, () => frameMs);
  expect(rate.everyMs).toBe(everyMs);
  const between = distances(readsFor(20_000, () => frameMs));
  expect(new Set(between)).toEqual(new Set([everyMs]));
});

test('a frame that takes now more and now less leaves the distances even', () => {
  const { readsFor } = worker();
  let frame = 0;
  const uneven = () => (frame++ % 2 === 0 ? 60 : 320);
  readsFor(5000, uneven);
  expect(new Set(distances(readsFor(10_000, uneven)))).toEqual(new Set([500]));
});

test('it reads faster again, step by step, when the load is gone for some seconds, and not before', () => {
  const { rate, readsFor } = worker();
  readsFor(5000, () => 800);
  expect(rate.everyMs).toBe(1000);
  readsFor(10_000, () => 40);
  expect(rate.everyMs).toBe(1000);
  readsFor(30_000, () => 40);
  expect(rate.isSlow).toBe(false);
});

test('a machine slower than any step reads as often as it can', () => {
  const { rate } = worker();
  for (const atMs of [3000, 6000, 9000, 12_000]) rate.took(3000, atMs);
  expect([rate.everyMs, rate.waitMs(3000)]).toEqual([1000, 0]);
});
