import { expect, test } from 'vitest';
import { appendBatch } from '../core/store/samples.node.ts';
import { KEY, newSession, newStore, sampleAt } from '../core/store/testing/new-store.node.ts';
import { createReadingThread } from './reading-thread.ts';
import { exactTimeline, timelineBySecond } from './session-timeline-task.ts';

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
  const thread = createReadingThread(store.file, KEY);
  const order = { sessionId, durationMs: 600_000 };
  expect((await thread.run('timeline', order)).summary.usableMs).toBe(0);
  longSession(store.db, sessionId);
  expect(await thread.run('timeline', order)).toEqual(exactTimeline(store.db, order));
  await expect(thread.run('timeline', { ...order, durationMs: -1 })).rejects.toMatchObject({
    name: 'RangeError',
    message: expect.stringContaining('found -1'),
  });
  const last = thread.run('timeline', order);
  thread.close();
  await expect(last).rejects.toThrow('closed while it was read');
});

test('the summary of a running session is right to the seconds in which the reading changed', () => {
  using store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  longSession(store.db, sessionId);
  const exact = exactTimeline(store.db, { sessionId, durationMs: 600_000 }).summary;
  const quick = timelineBySecond(store.db, { id: sessionId, durationMs: 600_000 }).summary;
  expect(Math.abs(quick.usableMs - exact.usableMs)).toBeLessThanOrEqual(1000);
  expect(Math.abs(quick.emotionMs.fear - exact.emotionMs.fear)).toBeLessThanOrEqual(2000);
  expect(quick.episodes.length).toBe(exact.episodes.length);
});
