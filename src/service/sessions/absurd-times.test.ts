import { expect, it, vi } from 'vitest';
import { REPORT_FORMATS } from '../../contract/review/reports.ts';
import { LONGEST_SESSION_MS } from '../../core/emotion/session.ts';
import { appendBatch } from '../../core/store/sessions/samples.node.ts';
import { failure } from '../../core/words/failure.ts';
import { withClosedStore } from '../testing/closed-store.ts';
import { ADMINISTRATOR, callAs, sample, setUp, startSession, type TestSite, testSite } from '../testing/test-site.ts';

const HOUR_MS = 3_600_000;
/** As a clock that ran away left it: some thirty thousand years. */
const ABSURD_MS = 1e15;

it('times of absurd length are refused at the door, and the session stays as it was', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { session } = await startSession(call);
  const sessionId = session.id;
  const empty = { sessionId, samples: [], gaps: [] };
  const refusal = { code: 'conflict', ...failure('sessions.too-long', { mostH: 168, foundH: 169 }) };
  const tooLateMs = LONGEST_SESSION_MS + HOUR_MS;
  const gap = { fromMs: 0, toMs: tooLateMs, reason: 'paused' } as const;
  const note = { kind: 'note', note: 'late' } as const;
  const id = () => crypto.randomUUID();
  for (const refused of [
    () => call('sessions.append', { ...empty, batch: 0, atMs: tooLateMs }),
    () => call('sessions.append', { ...empty, batch: 0, atMs: 0, samples: [sample(tooLateMs)] }),
    () => call('sessions.append', { ...empty, batch: 0, atMs: 0, gaps: [gap] }),
    () => call('sessions.stop', { sessionId, durationMs: tooLateMs }),
    () => call('sessions.mark', { sessionId, id: id(), atMs: tooLateMs, kind: 'needle', text: '' }),
    () => call('sessions.mark', { sessionId, id: id(), atMs: 0, toMs: tooLateMs, kind: 'play', text: '' }),
    () => call('sessions.observe', { sessionId, id: id(), atMs: tooLateMs, observation: note }),
    () => call('annotations.add', { sessionId, id: id(), fromMs: 0, toMs: tooLateMs, label: 'fear', note: '' }),
  ]) {
    await expect(refused()).rejects.toMatchObject(refusal);
  }
  expect(await call('sessions.append', { ...empty, batch: 0, atMs: LONGEST_SESSION_MS })).toEqual({ stored: 0 });
  expect(await call('sessions.list', {})).toMatchObject([{ state: 'running', durationMs: LONGEST_SESSION_MS }]);
});

/** Writes past the door, as a version without it did. */
async function makeAbsurd(site: TestSite, sessionId: string): Promise<void> {
  const samples = [{ ...sample(ABSURD_MS), emotion: 'fear' as const }];
  await withClosedStore(site, (db) => {
    appendBatch(db, { sessionId, batch: 1, samples, gaps: [], atMs: ABSURD_MS });
  });
}

it('a session of absurd length in an old store can be looked at, and its report is refused in words', async () => {
  await using site = await testSite();
  const first = site.service();
  const before = callAs(first);
  await setUp(before);
  const { session, child } = await startSession(before);
  const sessionId = session.id;
  await before('sessions.append', { sessionId, batch: 0, samples: [sample(200), sample(400)], gaps: [], atMs: 500 });
  await first.close();
  await makeAbsurd(site, sessionId);
  const call = callAs(site.service());
  await call('site.signIn', ADMINISTRATOR);
  const { summary } = await call('sessions.timeline', { sessionId });
  expect(summary).toMatchObject({ durationMs: ABSURD_MS, gapMsByReason: { interrupted: expect.any(Number) } });
  const window = await call('sessions.window', { sessionId, fromMs: 0, toMs: ABSURD_MS, mostRows: 100 });
  expect(window.count).toBeGreaterThan(0);
  expect(await call('sessions.compare', { childId: child.id })).toHaveLength(1);
  expect(await call('review.queue', { childId: null, limit: 5 })).toEqual({ moments: [], children: [] });
  for (const format of REPORT_FORMATS) {
    await expect(call('sessions.report', { sessionId, format })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'reports.too-long',
    });
  }
  const { id } = await call('exports.start', { sessionIds: [sessionId], formats: ['fhir'] });
  await vi.waitFor(async () => {
    const [order] = await call('exports.list', {});
    expect(order).toMatchObject({
      id,
      problems: [{ why: { reason: 'reports.too-long' } }],
    });
  });
});

it('a clock that is set leaves a session where it was', async () => {
  await using site = await testSite();
  let uptimeMs = 0;
  const call = callAs(site.service({ uptimeMs: () => uptimeMs }));
  await setUp(call);
  const { session } = await startSession(call);
  const sessionId = session.id;
  await call('sessions.append', { sessionId, batch: 0, samples: [], gaps: [], atMs: 500 });
  site.clock.now = new Date(site.clock.now.getTime() + 9 * HOUR_MS);
  uptimeMs += 2000;
  expect(await call('sessions.running', {})).toMatchObject([{ silentMs: 2000 }]);
  expect((await call('sessions.goOn', { sessionId })).atMs).toBe(2500);
  await call('site.signOut', {});
  await call('site.signIn', ADMINISTRATOR);
  expect(await call('sessions.list', {})).toMatchObject([{ state: 'running' }]);
});
