import { expect, test } from 'vitest';
import type { Gap } from '../../emotion/gap.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';
import { newSession, newStore, sampleAt } from '../testing/new-store.node.ts';
import { appendBatch, readGaps, readNamed, readReadings, readSamples, samplePages } from './samples.node.ts';
import { findSession, stopSession } from './sessions.node.ts';

test('a batch comes back as columns, in the order of time', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const gap: Gap = { fromMs: 200, toMs: 900.5, reason: 'turned-away' };
  appendBatch(store.db, { sessionId, batch: 1, samples: [sampleAt(1000, null)], gaps: [gap], atMs: 1010 });
  appendBatch(store.db, {
    sessionId,
    batch: 0,
    samples: [sampleAt(66.625), sampleAt(133.3, 'neutral')],
    gaps: [],
    atMs: 140,
  });
  const samples = readSamples(store.db, sessionId);
  const { box, quality, probabilities } = sampleAt(0);
  expect(samples.count).toBe(3);
  expect(Array.from(samples.atMs)).toEqual([66.625, 133.3, 1000]);
  expect(Array.from(samples.emotion)).toEqual([3, 6, -1]);
  expect(samples.probabilities.subarray(7, 14)).toEqual(Float32Array.from(probabilities));
  expect(samples.box.subarray(4, 8)).toEqual(Float32Array.from(Object.values(box)));
  expect(samples.quality.subarray(4, 8)).toEqual(Float32Array.from(Object.values(quality)));
  expect(readGaps(store.db, sessionId)).toEqual([gap]);
  expect(findSession(store.db, sessionId)).toMatchObject({ durationMs: 1010, sampleCount: 3, state: 'running' });
});

test('a batch that is sent twice is stored once, also after the session was stopped', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const gaps: Gap[] = [{ fromMs: 0, toMs: 50, reason: 'no-face' }];
  const batch = { sessionId, batch: 7, samples: [sampleAt(66)], gaps, atMs: 70 };
  expect(appendBatch(store.db, batch)).toEqual({ kind: 'stored', samples: 1 });
  expect(appendBatch(store.db, batch)).toEqual({ kind: 'repeated', samples: 0 });
  stopSession(store.db, { sessionId, durationMs: 80 });
  expect(appendBatch(store.db, batch)).toEqual({ kind: 'repeated', samples: 0 });
  expect(readSamples(store.db, sessionId).count).toBe(1);
  expect(readGaps(store.db, sessionId)).toEqual(gaps);
});

test('nothing is added to a session that ended, nor to one that never was', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  stopSession(store.db, { sessionId, durationMs: 500 });
  const batch = { sessionId, batch: 0, samples: [sampleAt(66)], gaps: [], atMs: 70 };
  expect(appendBatch(store.db, batch)).toEqual({ kind: 'not-running', state: 'stopped' });
  expect(appendBatch(store.db, batch), 'asked again, not taken for stored').toEqual({
    kind: 'not-running',
    state: 'stopped',
  });
  expect(appendBatch(store.db, { ...batch, sessionId: 'nobody' })).toEqual({ kind: 'not-found' });
  expect(readSamples(store.db, sessionId).count).toBe(0);
});

test('a batch that cannot be stored whole is not stored at all', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const backwards = { sessionId, batch: 0, samples: [sampleAt(66), sampleAt(66)], gaps: [], atMs: 70 };
  expect(() => appendBatch(store.db, backwards)).toThrow('a sample after 66 ms was expected; found one at 66 ms');
  const impossible: Gap[] = [{ fromMs: 60, toMs: 10, reason: 'no-face' }];
  expect(() => appendBatch(store.db, { ...backwards, samples: [sampleAt(66)], gaps: impossible })).toThrow('CHECK');
  expect(readSamples(store.db, sessionId).count).toBe(0);
  expect(appendBatch(store.db, { ...backwards, samples: [sampleAt(66)] }).kind).toBe('stored');
});

test('what a stretch of a session named is read without its other numbers', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const samples = [0, 250, 500, 750].map((atMs) => sampleAt(atMs));
  appendBatch(store.db, { sessionId, batch: 0, samples, gaps: [], atMs: 1000 });
  const { atMs, emotion } = readSamples(store.db, sessionId);
  expect(readNamed(store.db, sessionId, { fromMs: 250, toMs: 750 })).toEqual({
    count: 2,
    atMs: atMs.slice(1, 3),
    emotion: emotion.slice(1, 3),
  });
  expect(readNamed(store.db, 'another', { fromMs: 0, toMs: 1000 }).count).toBe(0);
});

test.each([readSamples, readReadings])('%o of a running session is of when it was asked for', (read) => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  appendBatch(store.db, { sessionId, batch: 0, samples: [sampleAt(0), sampleAt(250)], gaps: [], atMs: 300 });
  const counted = afterTheCount(store.db, () => {
    appendBatch(store.db, { sessionId, batch: 1, samples: [sampleAt(500)], gaps: [], atMs: 600 });
  });
  const { count, atMs } = read(counted, sessionId);
  expect(count).toBe(2);
  expect(Array.from(atMs)).toEqual([0, 250]);
  expect(read(store.db, sessionId).count, 'asked again').toBe(3);
});

/** The same store, to which something is written right after the samples were counted, as another connection can. */
function afterTheCount(db: WritableDb, write: () => void): ReadableDb {
  let isAsked = false;
  return new Proxy(db, {
    get(_, name) {
      if (name !== 'prepare') return Reflect.get(db, name);
      return (sql: string) => {
        if (isAsked) write();
        isAsked = false;
        if (sql.includes('count(*) FROM samples')) isAsked = true;
        return db.prepare(sql);
      };
    },
  });
}

test('pages end at the most that is wanted, in the middle of one too', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const samples = [0, 250, 500, 750, 1000].map((atMs) => sampleAt(atMs));
  appendBatch(store.db, { sessionId, batch: 0, samples, gaps: [], atMs: 1100 });
  const pages = (most: number) =>
    [...samplePages(store.db, sessionId, { pageRows: 2, most })].map(({ atMs }) => [...atMs]);
  expect(pages(3)).toEqual([[0, 250], [500]]);
  expect(pages(4)).toEqual([
    [0, 250],
    [500, 750],
  ]);
  expect(pages(9)).toEqual([[0, 250], [500, 750], [1000]]);
  expect(pages(0)).toEqual([]);
});

test('a session that is read in parts comes back whole', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const [batches, perBatch] = [13, 10_000];
  for (let batch = 0; batch < batches; batch += 1) {
    const samples = Array.from({ length: perBatch }, (_, index) => ({
      ...sampleAt(batch * perBatch + index),
      quality: { ...sampleAt(0).quality, brightness: batch },
    }));
    appendBatch(store.db, { sessionId, batch, samples, gaps: [], atMs: (batch + 1) * perBatch });
  }
  const { count, atMs, quality } = readSamples(store.db, sessionId);
  expect(count).toBe(batches * perBatch);
  expect(quality).toHaveLength(4 * count);
  const wrong = Array.from({ length: count }, (_, row) => row).filter(
    (row) => atMs[row] !== row || quality[4 * row] !== Math.floor(row / perBatch),
  );
  expect(wrong).toEqual([]);
});
