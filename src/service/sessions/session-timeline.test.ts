import { expect, test } from 'vitest';
import { appendBatch } from '../../core/store/sessions/samples.node.ts';
import { findSession, stopSession } from '../../core/store/sessions/sessions.node.ts';
import { keepTimeline, readKeptTimeline } from '../../core/store/sessions/summaries.node.ts';
import { newSession, newStore, sampleAt } from '../../core/store/testing/new-store.node.ts';
import { samplesOf } from '../../core/timeline/testing/samples-of.ts';
import { readTimeline, TIMELINE_VERSION } from '../../core/timeline/timeline.ts';
import type { QueryThread } from '../runtime/query-thread.ts';
import { timelineOf } from './session-timeline.ts';

/** Few samples are read where they are asked for. */
const queries: QueryThread = {
  run() {
    throw new Error('nothing was to be asked of the thread');
  },
  check() {
    throw new Error('no check was to be asked for');
  },
  close: async () => {},
};

/** An ended session of ten samples in its first second. */
function endedSession({ db, childId, userId }: ReturnType<typeof newStore>) {
  const sessionId = newSession(db, childId, userId);
  const samples = Array.from({ length: 10 }, (_, index) => sampleAt(index * 100));
  appendBatch(db, { sessionId, batch: 0, samples, gaps: [], atMs: 1000 });
  stopSession(db, { sessionId, durationMs: 1000 });
  return findSession(db, sessionId)!;
}

test('the timeline of a session that has ended is kept, and read from there', async () => {
  using store = newStore();
  const site = { db: store.db, queries };
  const session = endedSession(store);
  const made = await timelineOf(site, session, null);
  expect(made.summary).toMatchObject({ durationMs: 1000, emotionMs: { happiness: 1000 } });
  expect(readKeptTimeline(store.db, session.id, TIMELINE_VERSION)).toEqual(made);
  const other = readTimeline(samplesOf([]), [], 5);
  keepTimeline(store.db, session.id, { version: TIMELINE_VERSION, timeline: other });
  expect(await timelineOf(site, session, null)).toEqual(other);
});

test.each([
  ['before there were versions', (timeline: object) => timeline],
  ['by another version', (timeline: object) => ({ version: TIMELINE_VERSION + 1, timeline })],
])('a timeline that was kept %s is not read but made anew, and kept', async (_, keptAs) => {
  using store = newStore();
  const session = endedSession(store);
  const stale = JSON.stringify(keptAs(readTimeline(samplesOf([]), [], 5)));
  store.db
    .prepare('INSERT INTO summaries (session_key, timeline_json) SELECT key, ? FROM sessions WHERE id = ?')
    .run(stale, session.id);
  const made = await timelineOf({ db: store.db, queries }, session, null);
  expect(made.summary).toMatchObject({ durationMs: 1000, emotionMs: { happiness: 1000 } });
  expect(readKeptTimeline(store.db, session.id, TIMELINE_VERSION)).toEqual(made);
});

test('limits of distress that a model was given since are taken, and what was kept stands while nobody knows them', async () => {
  using store = newStore();
  const site = { db: store.db, queries };
  const session = endedSession(store);
  const without = await timelineOf(site, session, null);
  expect([without.distress, without.summary.distress]).toEqual([null, null]);
  const made = await timelineOf(site, session, { atLeast: 0.3, below: 0.2 });
  expect(made.summary.distress).toMatchObject({ atLeast: 0.3, below: 0.2, notSureMs: 1000 });
  expect(readKeptTimeline(store.db, session.id, TIMELINE_VERSION)).toEqual(made);
  expect(await timelineOf(site, session, undefined)).toEqual(made);
  const other = await timelineOf(site, session, { atLeast: 0.5, below: 0.2 });
  expect(other.summary.distress).toMatchObject({ atLeast: 0.5 });
});

test('nothing is kept of a session whose model cannot be read', async () => {
  using store = newStore();
  const session = endedSession(store);
  const made = await timelineOf({ db: store.db, queries }, session, undefined);
  expect(made.summary).toMatchObject({ durationMs: 1000, distress: null });
  expect(readKeptTimeline(store.db, session.id, TIMELINE_VERSION)).toBeNull();
});
