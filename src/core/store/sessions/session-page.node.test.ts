import { expect, test } from 'vitest';
import { addUser } from '../people/users.node.ts';
import { expectKind, newSession, newStore } from '../testing/new-store.node.ts';
import { foundSessionIds, listStarters, type SessionFilter, sessionPage } from './session-page.node.ts';
import { listSessions, recoverSession, startSession, stopSession } from './sessions.node.ts';
import { setAside } from './set-aside.node.ts';

const ALL: SessionFilter = { childId: null, fromDay: null, untilDay: null, state: null, only: null, startedBy: null };

/** Five sessions of one child on five days of March, the last one by Ben; the first four have ended, each otherwise. */
function fiveSessions() {
  const store = newStore();
  const ids = [newSession(store.db, store.childId, store.userId)];
  const ben = expectKind(addUser(store.db, { name: 'Ben', role: 'ward' }), 'added').user;
  for (const [day, startedBy] of [
    [6, store.userId],
    [7, store.userId],
    [8, store.userId],
    [9, ben.id],
  ] as const) {
    const start = { childId: store.childId, modelId: 'base', source: 'webcam' as const, startedBy };
    const now = new Date(2026, 2, day, 12);
    ids.push(expectKind(startSession(store.db, { ...start, now }), 'started').session.id);
  }
  for (const sessionId of ids.slice(0, 3)) stopSession(store.db, { sessionId, durationMs: 1000 });
  recoverSession(store.db, ids[3]!);
  setAside(store.db, { sessionId: ids[1]!, reason: 'another child', by: store.userId, now: new Date() });
  const find = (filter: Partial<SessionFilter>, page = 0, pageSize = 25) => {
    const { sessions, total } = sessionPage(store.db, { ...ALL, ...filter }, { page, pageSize });
    return { found: sessions.map(({ id }) => ids.indexOf(id)), total };
  };
  return { ...store, ids, find, [Symbol.dispose]: () => store[Symbol.dispose]() };
}

test('pages are cut from all sessions, newest first', () => {
  using site = fiveSessions();
  expect(site.find({}, 0, 2)).toEqual({ found: [4, 3], total: 5 });
  expect(site.find({}, 1, 2)).toEqual({ found: [2, 1], total: 5 });
  expect(site.find({}, 2, 2)).toEqual({ found: [0], total: 5 });
  expect(site.find({}, 3, 2)).toEqual({ found: [], total: 5 });
  const { sessions } = sessionPage(site.db, ALL, { page: 0, pageSize: 25 });
  expect(sessions).toEqual(listSessions(site.db));
});

test('only those that ended and are their child’s, with or without recordings; and the ids of all that are found', () => {
  using site = fiveSessions();
  expect(site.find({ only: 'ended' })).toEqual({ found: [3, 2, 0], total: 3 });
  const recording = { source: 'recording' as const, recordingName: 'a.mp4', startedBy: site.userId };
  const start = { ...recording, childId: site.childId, modelId: 'base', now: new Date(2026, 2, 10, 12) };
  const read = expectKind(startSession(site.db, start), 'started').session.id;
  stopSession(site.db, { sessionId: read, durationMs: 1000 });
  expect(site.find({ only: 'ended' }).total).toBe(4);
  expect(site.find({ only: 'ended-live' }).found).toEqual([3, 2, 0]);
  const ids = (most: number) => foundSessionIds(site.db, { ...ALL, only: 'ended' }, most);
  expect(ids(10)).toEqual([read, site.ids[3], site.ids[2], site.ids[0]]);
  expect(ids(2)).toEqual([read, site.ids[3]]);
});

test('days are those of this place, first and last included', () => {
  using site = fiveSessions();
  expect(site.find({ fromDay: '2026-03-07', untilDay: '2026-03-08' }).found).toEqual([3, 2]);
  expect(site.find({ fromDay: '2026-03-09' }).found).toEqual([4]);
  expect(site.find({ untilDay: '2026-03-04' })).toEqual({ found: [], total: 0 });
  site.db
    .prepare('UPDATE sessions SET started_at = ? WHERE id = ?')
    .run(new Date(2026, 2, 9, 23, 59, 59).toISOString(), site.ids[4]);
  expect(site.find({ fromDay: '2026-03-09', untilDay: '2026-03-09' }).found).toEqual([4]);
  expect(site.find({ fromDay: '2026-03-10' }).found).toEqual([]);
});

test('by child, by state and by who began them', () => {
  using site = fiveSessions();
  expect(site.find({ childId: site.childId }).total).toBe(5);
  expect(site.find({ childId: 'nobody' }).total).toBe(0);
  expect(site.find({ state: 'running' }).found).toEqual([4]);
  expect(site.find({ state: 'stopped' }).found).toEqual([2, 1, 0]);
  expect(site.find({ state: 'recovered' }).found).toEqual([3]);
  expect(site.find({ state: 'set-aside' }).found).toEqual([1]);
  expect(site.find({ startedBy: 'Ben' }).found).toEqual([4]);
  expect(site.find({ startedBy: 'Ann', state: 'stopped', fromDay: '2026-03-06' }).found).toEqual([2, 1]);
  expect(listStarters(site.db)).toEqual(['Ann', 'Ben']);
});

test.each([
  [{}, /sessions_started/],
  [{ childId: 'x' }, /sessions_child_started/],
  [{ state: 'running' }, /sessions_running/],
  [{ state: 'set-aside' }, /sessions_set_aside/],
] as const)('a page of %j is read from an index, without sorting', (filter, index) => {
  using site = newStore();
  const seen: string[] = [];
  const db = new Proxy(site.db, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            seen.push(sql);
            return target.prepare(sql);
          }
        : Reflect.get(target, name),
  });
  sessionPage(db, { ...ALL, ...filter }, { page: 0, pageSize: 25 });
  const page = seen.find((sql) => sql.includes('OFFSET'))!;
  const values = { childId: 'x', pageSize: 25, offset: 0 };
  const plan = (site.db.prepare(`EXPLAIN QUERY PLAN ${page}`).all(values) as { detail: string }[])
    .map(({ detail }) => detail)
    .join('; ');
  expect(plan).toMatch(index);
  expect(plan).not.toMatch(/TEMP B-TREE/);
});
