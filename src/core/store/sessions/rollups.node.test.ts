import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Sample } from '../../emotion/sample.ts';
import { newSession, newStore, sampleAt } from '../testing/new-store.node.ts';
import { appendBatch } from './samples.node.ts';
import { ensureRollups, readWindow, type WindowColumns } from './session-window.node.ts';

const LENGTH_MS = 200_000;

const sampleOf = fc.record({
  atMs: fc.integer({ min: 0, max: LENGTH_MS - 1 }),
  weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 7, maxLength: 7 }),
  emotion: fc.constantFrom(...EMOTIONS, null),
});

/** Batches of samples in the order of time within each, in any order of batches. */
const batches = fc.array(
  fc.uniqueArray(sampleOf, { selector: ({ atMs }) => atMs, minLength: 1, maxLength: 40 }).map((samples) =>
    samples
      .toSorted((a, b) => a.atMs - b.atMs)
      .map(({ atMs, weights, emotion }): Sample => {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        return { ...sampleAt(atMs, emotion), probabilities: weights.map((weight) => weight / sum) };
      }),
  ),
  { minLength: 1, maxLength: 8 },
);

function appendAll(db: Parameters<typeof appendBatch>[0], sessionId: string, all: readonly Sample[][]): void {
  for (const [batch, samples] of all.entries()) {
    appendBatch(db, { sessionId, batch, samples, gaps: [], atMs: LENGTH_MS });
  }
}

/** The rows of a window, worked out from the samples one bucket at a time. */
function slowly(samples: readonly Sample[], { fromMs, toMs, bucketMs }: WindowColumns) {
  const rows = [];
  for (let bucket = Math.floor(fromMs / bucketMs); bucket * bucketMs < toMs; bucket += 1) {
    const inside = samples.filter(({ atMs }) => atMs >= bucket * bucketMs && atMs < (bucket + 1) * bucketMs);
    if (inside.length === 0) continue;
    const votes = (wanted: Sample['emotion']) => inside.filter(({ emotion }) => emotion === wanted).length;
    const most = EMOTIONS.toSorted((a, b) => votes(b) - votes(a))[0]!;
    rows.push({
      atMs: bucket * bucketMs,
      samples: inside.length,
      emotion: votes(most) > 0 && votes(most) >= votes(null) ? EMOTIONS.indexOf(most) : -1,
      notSure: votes(null) / inside.length,
      means: EMOTIONS.map((_, at) => inside.reduce((sum, each) => sum + each.probabilities[at]!, 0) / inside.length),
    });
  }
  return rows;
}

function expectRows(window: WindowColumns, samples: readonly Sample[]): void {
  const rows = slowly(samples, window);
  expect([...window.atMs]).toEqual(rows.map(({ atMs }) => atMs));
  expect([...window.samples]).toEqual(rows.map((row) => row.samples));
  expect([...window.emotion]).toEqual(rows.map(({ emotion }) => emotion));
  for (const [row, { notSure, means }] of rows.entries()) {
    expect(window.notSureShare[row]).toBeCloseTo(notSure, 6);
    for (const [at, mean] of means.entries()) {
      expect(window.probabilities[row * EMOTIONS.length + at]).toBeCloseTo(mean, 6);
    }
  }
}

test('a window says of every bucket what its samples say, however they came', () => {
  const stretch = fc.tuple(fc.nat(LENGTH_MS), fc.nat(LENGTH_MS)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1]);
  fc.assert(
    fc.property(batches, stretch, fc.integer({ min: 10, max: 60 }), (all, [fromMs = 0, toMs = 0], mostRows) => {
      using store = newStore();
      const sessionId = newSession(store.db, store.childId, store.userId);
      appendAll(store.db, sessionId, all);
      const samples = all.flat();
      const window = readWindow(store.db, sessionId, { fromMs, toMs, mostRows });
      expect(window.count).toBeLessThanOrEqual(mostRows);
      if (window.bucketMs > 0) expectRows(window, samples);
      else expect(window.count).toBe(samples.filter(({ atMs }) => atMs >= fromMs && atMs < toMs).length);
    }),
    // A smaller example is not worth the minutes that a search among stores on disk takes.
    { numRuns: 60, endOnFailure: true },
  );
});

test('the finest level that fits is taken', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const minute = (at: number) => Array.from({ length: 300 }, (_, index) => sampleAt(at * 60_000 + index * 200));
  appendAll(store.db, sessionId, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(minute));
  const levelOf = (mostRows: number, toMs = 720_000) =>
    readWindow(store.db, sessionId, { fromMs: 0, toMs, mostRows }).bucketMs;
  expect([levelOf(3600), levelOf(3599), levelOf(719), levelOf(71), levelOf(11)]).toEqual([
    0, 1000, 10_000, 60_000, 120_000,
  ]);
  expect(levelOf(300, 60_000)).toBe(0);
  expect(readWindow(store.db, 'nobody', { fromMs: 0, toMs: 10, mostRows: 10 }).count).toBe(0);
});

test('a window begins with the bucket that holds its beginning, and ends before the one that begins with its end', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  appendAll(store.db, sessionId, [Array.from({ length: 300 }, (_, index) => sampleAt(index * 100))]);
  const rowsOf = (fromMs: number, toMs: number) =>
    Array.from(readWindow(store.db, sessionId, { fromMs, toMs, mostRows: 20 }).atMs);
  expect(rowsOf(3000, 6000)).toEqual([3000, 4000, 5000]);
  expect(rowsOf(3999, 6001)).toEqual([3000, 4000, 5000, 6000]);
});

test('a session from before there were rollups gets the same ones', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const samples = Array.from({ length: 400 }, (_, index) => sampleAt(index * 150, index % 3 ? 'fear' : null));
  appendAll(store.db, sessionId, [samples]);
  const whole = { fromMs: 0, toMs: 60_000, mostRows: 100 };
  const before = readWindow(store.db, sessionId, whole);
  expect(before.bucketMs).toBe(1000);
  store.db.prepare('DELETE FROM rollups').run();
  store.db.prepare('UPDATE sessions SET has_rollups = 0').run();
  ensureRollups(store.db, sessionId);
  const after = readWindow(store.db, sessionId, whole);
  expect(after).toEqual(before);
});

test('a batch sent twice is counted once', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const batch = { sessionId, batch: 0, samples: [sampleAt(10), sampleAt(20)], gaps: [], atMs: 500 };
  for (let time = 0; time < 2; time += 1) appendBatch(store.db, batch);
  const counts = store.db.prepare<[], Buffer>('SELECT emotion_counts FROM rollups').pluck().all();
  expect(counts.map((count) => count.readUInt32LE(4 * EMOTIONS.indexOf('happiness')))).toEqual([2, 2, 2]);
});
