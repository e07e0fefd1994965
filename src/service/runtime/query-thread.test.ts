import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { appendBatch } from '../../core/store/sessions/samples.node.ts';
import { findSession, stopSession } from '../../core/store/sessions/sessions.node.ts';
import { KEY, NOW, newSession, newStore, sampleAt } from '../../core/store/testing/new-store.node.ts';
import { timelineOf } from '../sessions/session-timeline.ts';
import { exactTimeline } from '../sessions/session-timeline-task.ts';
import { createQueryThread, type QueryThread } from './query-thread.ts';
import { siteFolder } from './site-folder.ts';

afterEach(() => vi.restoreAllMocks());

const LIMITS = { atLeast: 0.3, below: 0.2 };

/** Ten minutes at fifteen readings a second, the emotion changing every seven seconds, with a hole of a minute. */
function longSession(db: Parameters<typeof appendBatch>[0], sessionId: string): void {
  const samples = Array.from({ length: 9000 }, (_, index) => (index * 1000) / 15)
    .filter((atMs) => atMs < 120_000 || atMs >= 180_000)
    .map((atMs) => sampleAt(atMs, Math.floor(atMs / 7000) % 2 ? 'fear' : 'happiness'));
  appendBatch(db, { sessionId, batch: 0, samples, gaps: [], atMs: 600_000 });
}

test('a task in the thread gives what it gives here, sees what was written last, and fails in words', async () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const thread = createQueryThread(store.file, KEY);
  const order = { sessionId, durationMs: 600_000, distress: LIMITS };
  expect((await thread.run('timeline', order)).summary.usableMs).toBe(0);
  longSession(store.db, sessionId);
  expect(await thread.run('timeline', order)).toEqual(exactTimeline(store.db, order));
  await expect(thread.run('timeline', { ...order, durationMs: -1 })).rejects.toMatchObject({
    name: 'RangeError',
    message: expect.stringContaining('found -1'),
  });
  // Its code, too: by that a full disk is told from all else.
  const nowhere = siteFolder(join(store.file, 'nowhere'));
  const backup = { file: 'one', folder: nowhere, key: KEY, madeAtIso: NOW.toISOString(), version: '1' };
  await expect(thread.run('backup', backup)).rejects.toMatchObject({ code: 'ENOTDIR' });
  const last = thread.run('timeline', order);
  thread.close();
  await expect(last).rejects.toThrow('closed while it was read');
});

test('the timeline of a long session is made in the thread, and kept only once the session has ended', async () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  longSession(store.db, sessionId);
  const thread = createQueryThread(store.file, KEY);
  const asked: string[] = [];
  const queries: QueryThread = {
    run: (name, input) => {
      asked.push(name);
      return thread.run(name, input);
    },
    check: (isClose) => thread.check(isClose),
    close: () => thread.close(),
  };
  const ask = () => timelineOf({ db: store.db, queries }, findSession(store.db, sessionId)!, LIMITS);
  const whileRunning = await ask();
  expect(whileRunning).toEqual(exactTimeline(store.db, { sessionId, durationMs: 600_000, distress: LIMITS }));
  const later = { sessionId, batch: 1, samples: [sampleAt(600_100)], gaps: [], atMs: 601_000 };
  appendBatch(store.db, later);
  expect((await ask()).summary.durationMs).toBe(601_000);
  stopSession(store.db, { sessionId, durationMs: 602_000 });
  const once = await ask();
  expect(once.summary.durationMs).toBe(602_000);
  expect(await ask()).toEqual(once);
  expect(asked).toEqual(['timeline', 'timeline', 'timeline']);
  thread.close();
});

test('one that is closed while it starts is ended once it is up', async () => {
  using store = newStore();
  const terminate = vi.spyOn(Worker.prototype, 'terminate');
  const thread = createQueryThread(store.file, KEY);
  const checked = expect(thread.check(false)).rejects.toThrow('closed while it was read');
  const closed = thread.close();
  await checked;
  for (let turn = 0; turn < 10; turn += 1) await setImmediate();
  expect(terminate, 'a thread takes longer to load SQLite').not.toHaveBeenCalled();
  await closed;
  expect(terminate).toHaveBeenCalledOnce();
});
