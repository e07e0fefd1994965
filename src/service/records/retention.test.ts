import { expect, it } from 'vitest';
import { monthsBefore } from '../../core/store/retention/retention.node.ts';
import { failure } from '../../core/words/failure.ts';
import { ADMINISTRATOR, callAs, sample, setUp, signInAnother, startSession, testSite } from '../testing/test-site.ts';

const { password } = ADMINISTRATOR;
const DAY_MS = 24 * 3_600_000;

it('erases sessions and exports by rule: off as shipped, previewed, never silently, and only what is old', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const old = await startSession(call, 'OAK-12');
  const samples = Array.from({ length: 20 }, (_, i) => sample(100 * i));
  await call('sessions.append', { sessionId: old.session.id, batch: 0, atMs: 2000, samples, gaps: [] });
  await call('sessions.stop', { sessionId: old.session.id, durationMs: 2000 });
  for (let day = 0; day < 40; day += 10) {
    // The ward goes on: a clock that jumps would be doubted.
    site.clock.now = new Date(site.clock.now.getTime() + 10 * DAY_MS);
    await call('site.signIn', ADMINISTRATOR);
  }
  const young = await startSession(call, 'ELM-3');
  await call('sessions.stop', { sessionId: young.session.id, durationMs: 1000 });
  expect(await call('erasures.rules', {})).toEqual({ readingsMonths: null, exportsMonths: null, lastRun: null });
  expect(await call('sessions.list', {})).toHaveLength(2);

  const rules = { readingsMonths: 1, exportsMonths: null };
  expect(await call('erasures.rulesAhead', rules)).toEqual({ sessions: 1, readings: 20, exports: 0 });
  expect(await call('erasures.rulesAhead', { ...rules, readingsMonths: 2 })).toMatchObject({ sessions: 0 });
  expect(await call('erasures.rulesAhead', { ...rules, readingsMonths: null })).toMatchObject({ sessions: 0 });
  await expect(call('erasures.setRules', { ...rules, password: 'another' })).rejects.toMatchObject(
    failure('erasures.wrong-password'),
  );
  expect(await call('sessions.list', {})).toHaveLength(2);

  await call('erasures.setRules', { ...rules, password });
  expect((await call('sessions.list', {})).map(({ id }) => id)).toEqual([young.session.id]);
  expect((await call('erasures.rules', {})).lastRun).toMatchObject({ sessions: 1, exports: 0 });
  const { erasures, isOverwriteDue } = await call('erasures.list', {});
  expect(erasures).toMatchObject([
    {
      what: 'session',
      ofId: old.session.id,
      state: 'erased',
      askedBy: 'Faceward',
      reason: expect.stringContaining('kept for a month'),
    },
  ]);
  expect(isOverwriteDue).toBe(false);
  await call('erasures.receipt', { erasureId: erasures[0]!.id });

  // By itself when the day comes, at the next opening.
  for (let day = 0; day < 40; day += 10) {
    site.clock.now = new Date(site.clock.now.getTime() + 10 * DAY_MS);
    await call('site.signIn', ADMINISTRATOR);
  }
  expect(await call('sessions.list', {})).toEqual([]);
});

it('erases nothing by a clock that was set ahead, and says what it would', async () => {
  await using site = await testSite();
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  const { session } = await startSession(call, 'OAK-12');
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  await call('erasures.setRules', { readingsMonths: 6, exportsMonths: 6, password });
  await first.close();
  site.clock.now = new Date('2026-11-04T09:00:00Z');
  const again = callAs(site.service());
  await again('site.signIn', ADMINISTRATOR);
  expect(await again('sessions.list', {})).toHaveLength(1);
  expect(await again('clock.doubt', {})).toMatchObject({ kind: 'ahead', due: { byRule: 1 } });
  await again('clock.confirm', { saysDate: '2026-11-04', password });
  expect(await again('sessions.list', {})).toEqual([]);
});

it('erases a session of a child whose code stands in the words of the rule', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { session } = await startSession(call, '12');
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  for (let turn = 0; turn < 40; turn += 1) {
    site.clock.now = new Date(site.clock.now.getTime() + 10 * DAY_MS);
    await call('site.signIn', ADMINISTRATOR);
  }
  await call('erasures.setRules', { readingsMonths: 12, exportsMonths: null, password });
  expect(await call('sessions.list', {})).toEqual([]);
});

it('is for administrators alone', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const ward = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
  const rules = { readingsMonths: 1, exportsMonths: 1, password };
  for (const name of ['erasures.rules', 'erasures.rulesAhead', 'erasures.setRules'] as const) {
    await expect(ward(name, rules)).rejects.toMatchObject({ code: 'forbidden' });
  }
});

it.each([
  ['2026-03-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2026-01-15T10:00:00.000Z', 13, '2024-12-15T10:00:00.000Z'],
])('%s less %i months is %s', (now, months, then) => {
  expect(monthsBefore(new Date(now), months).toISOString()).toBe(then);
});
