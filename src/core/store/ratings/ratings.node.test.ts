import { expect, test } from 'vitest';
import { appendBatch } from '../sessions/samples.node.ts';
import { stopSession } from '../sessions/sessions.node.ts';
import { NOW, newSession, newStore } from '../testing/new-store.node.ts';
import { addRatingTask, findRatingTask } from './rating-tasks.node.ts';
import { answerStretch, nextStretch, readRated } from './ratings.node.ts';

/** A task of three stretches of two seconds, of which the first two have a picture. */
function ratedStore() {
  const store = newStore();
  const { db, userId, childId } = store;
  const sessionId = newSession(db, childId, userId);
  const crops = [500, 1900, 2000].map((atMs) => ({ atMs, grey: new Uint8Array(3600).fill(atMs % 251) }));
  appendBatch(db, { sessionId, batch: 0, samples: [], gaps: [], crops, atMs: 6000 });
  stopSession(db, { sessionId, durationMs: 6000 });
  const stretches = [0, 2000, 4000].map((fromMs) => ({
    sessionId,
    childId,
    fromMs,
    toMs: fromMs + 2000,
    machine: null,
  }));
  const task = { name: 'March', seed: 1, lengthMs: 2000, stretches, raterIds: [userId], madeBy: userId, now: NOW };
  return { ...store, sessionId, taskId: addRatingTask(db, { ...task, orders: [[2, 1, 0]] }) };
}

test('a rater is asked in the order that was drawn, with the pictures of just that stretch', () => {
  using store = ratedStore();
  const rater = { taskId: store.taskId, userId: store.userId };
  const first = nextStretch(store.db, rater)!;
  expect(first.pictures.map(({ atMs }) => atMs)).toEqual([0]);
  expect(answerStretch(store.db, { ...rater, stretchId: first.id, answer: 'fear', now: NOW }).kind).toBe('kept');
  const second = nextStretch(store.db, rater)!;
  expect(second.pictures.map(({ atMs, grey }) => [atMs, grey[0]])).toEqual([
    [500, 500 % 251],
    [1900, 1900 % 251],
  ]);
  expect(answerStretch(store.db, { ...rater, stretchId: second.id, answer: 'pain', now: NOW }).kind).toBe('kept');
  expect(nextStretch(store.db, rater)).toBeNull();
  expect(readRated(store.db, store.taskId).map(({ fromMs, answers }) => [fromMs, ...answers])).toEqual([
    [0, 'pain'],
    [2000, 'fear'],
  ]);
});

test('a stretch without a picture has left, and what was said of a session is deleted with it', () => {
  using store = ratedStore();
  expect(findRatingTask(store.db, store.taskId)).toMatchObject({ stretches: 2, left: { stretches: 1, children: 0 } });
  store.db.prepare('DELETE FROM sessions').run();
  for (const table of ['rating_stretches', 'ratings']) {
    expect(store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
  }
  expect(findRatingTask(store.db, store.taskId)).toMatchObject({ stretches: 0, left: { stretches: 3, children: 1 } });
});
