import { expect, test } from 'vitest';
import type { Movements } from '../../emotion/movements.ts';
import { newSession, newStore, sampleAt } from '../testing/new-store.node.ts';
import { meanMovements, readMovementWindow } from './movement-window.node.ts';
import { appendBatch, readSamples } from './samples.node.ts';

const movements = (pitchDeg: number): Movements => ({
  pitchDeg,
  rollDeg: 2,
  eyeOpening: 0.125,
  mouthOpening: 0.25,
  browHeight: 0.5,
});

/** Four samples a second for ten seconds with a nod of their number, then one of a version that measured none. */
function filled() {
  const store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const samples = Array.from({ length: 40 }, (_, i) => ({ ...sampleAt(250 * i), movements: movements(i) }));
  appendBatch(store.db, { sessionId, batch: 0, samples: [...samples, sampleAt(10_000)], gaps: [], atMs: 10_010 });
  return { store, sessionId };
}

test('movements come back with the turn among them, and are absent where none were measured', () => {
  const { store, sessionId } = filled();
  using _ = store;
  const { bucketMs, count, atMs, values } = readMovementWindow(store.db, sessionId, {
    fromMs: 250,
    toMs: 20_000,
    mostRows: 100,
  });
  expect([bucketMs, count, atMs[0], atMs.at(-1)]).toEqual([0, 39, 250, 9750]);
  expect(Array.from(values.subarray(0, 6))).toEqual([1, -12.5, 2, 0.125, 0.25, 0.5]);
  const columns = readSamples(store.db, sessionId).movements;
  expect(Array.from(columns.subarray(5, 10))).toEqual([1, 2, 0.125, 0.25, 0.5]);
  expect(Array.from(columns.subarray(200))).toEqual(Array(5).fill(Number.NaN));
});

test('many samples become means of equal stretches', () => {
  const { store, sessionId } = filled();
  using _ = store;
  const { bucketMs, count, atMs, values } = readMovementWindow(store.db, sessionId, {
    fromMs: 0,
    toMs: 10_000,
    mostRows: 10,
  });
  expect([bucketMs, count]).toEqual([1000, 10]);
  expect([atMs[3], values[3 * 6]]).toEqual([3000, (12 + 13 + 14 + 15) / 4]);
});

test('a rest is the mean of its stretch, and none where nothing was measured', () => {
  const { store, sessionId } = filled();
  using _ = store;
  expect(meanMovements(store.db, sessionId, { fromMs: 0, toMs: 1000 })).toEqual([1.5, -12.5, 2, 0.125, 0.25, 0.5]);
  expect(meanMovements(store.db, sessionId, { fromMs: 10_000, toMs: 11_000 })).toBeNull();
  expect(readMovementWindow(store.db, 'nobody', { fromMs: 0, toMs: 1000, mostRows: 10 }).count).toBe(0);
});
