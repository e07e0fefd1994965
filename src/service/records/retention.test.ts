import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyAuditExport } from '../../core/security/audit-export.node.ts';
import { readReceipt } from '../../core/store/erase/erasure-receipt.node.ts';
import { monthsBefore } from '../../core/store/retention/months-before.ts';
import { failure } from '../../core/words/failure.ts';
import {
  ADMINISTRATOR,
  type Call,
  callAs,
  sample,
  setUp,
  signInAnother,
  startSession,
  type TestSite,
  testSite,
} from '../testing/test-site.ts';

const { password } = ADMINISTRATOR;
const DAY_MS = 24 * 3_600_000;
const NO_RULES = { readingsMonths: null, picturesMonths: null, exportsMonths: null, auditMonths: null };
const NOTHING_TAKEN = { sessions: null, pictures: null, videos: null, exports: null, audit: null };

/** The program runs on for so long, and somebody signs in: by its uptime the clock is right. */
async function passDays(site: TestSite, call: Call, days: number): Promise<void> {
  site.clock.now = new Date(site.clock.now.getTime() + days * DAY_MS);
  await call('site.signIn', ADMINISTRATOR);
}

it('erases sessions and exports by rule: off as shipped, previewed, never silently, and only what is old', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const old = await startSession(call, 'OAK-12');
  const samples = Array.from({ length: 20 }, (_, i) => sample(100 * i));
  await call('sessions.append', { sessionId: old.session.id, batch: 0, atMs: 2000, samples, gaps: [] });
  await call('sessions.stop', { sessionId: old.session.id, durationMs: 2000 });
  await passDays(site, call, 40);
  const young = await startSession(call, 'ELM-3');
  await call('sessions.stop', { sessionId: young.session.id, durationMs: 1000 });
  expect(await call('erasures.rules', {})).toEqual({ ...NO_RULES, videoDays: 30, lastTaken: NOTHING_TAKEN });
  expect(await call('sessions.list', {})).toHaveLength(2);

  const rules = { ...NO_RULES, readingsMonths: 1 };
  const nothing = { pictures: 0, videos: 0, exports: 0, audit: 0 };
  expect(await call('erasures.rulesAhead', rules)).toEqual({ ...nothing, sessions: 1, readings: 20 });
  expect(await call('erasures.rulesAhead', { ...rules, readingsMonths: 2 })).toMatchObject({ sessions: 0 });
  expect(await call('erasures.rulesAhead', { ...rules, readingsMonths: null })).toMatchObject({ sessions: 0 });
  await expect(call('erasures.setRules', { ...rules, password: 'another' })).rejects.toMatchObject(
    failure('erasures.wrong-password'),
  );
  expect(await call('sessions.list', {})).toHaveLength(2);

  await call('erasures.setRules', { ...rules, password });
  expect((await call('sessions.list', {})).map(({ id }) => id)).toEqual([young.session.id]);
  expect((await call('erasures.rules', {})).lastTaken).toMatchObject({ sessions: { count: 1 }, exports: null });
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
  await passDays(site, call, 40);
  expect(await call('sessions.list', {})).toEqual([]);
});

it('erases nothing by a clock that was set ahead, and says what it would', async () => {
  await using site = await testSite();
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  const { session } = await startSession(call, 'OAK-12');
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  await call('erasures.setRules', { ...NO_RULES, readingsMonths: 6, exportsMonths: 6, password });
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
  await passDays(site, call, 400);
  await call('erasures.setRules', { ...NO_RULES, readingsMonths: 12, password });
  expect(await call('sessions.list', {})).toEqual([]);
});

it('leaves a signed receipt of an export that goes by rule, and takes it again from an older store', async () => {
  await using site = await testSite();
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  const { session } = await startSession(call, 'OAK-12');
  const samples = Array.from({ length: 20 }, (_, i) => sample(100 * i));
  await call('sessions.append', { sessionId: session.id, batch: 0, atMs: 2000, samples, gaps: [] });
  await call('sessions.stop', { sessionId: session.id, durationMs: 2000 });
  const order = await call('exports.start', { sessionIds: [session.id], formats: ['csv'] });
  await expect.poll(async () => (await call('exports.list', {}))[0]?.state, { timeout: 50_000 }).toBe('finished');
  await call('exports.fetch', { exportId: order.id });
  await passDays(site, call, 40);
  await call('erasures.setRules', { ...NO_RULES, exportsMonths: 2, password });
  await first.close();
  // With what still lies in the log beside it.
  const files = ['faceward.db', 'faceward.db-wal'].map((name) => join(site.dataDir, name));
  const older = files.map((file) => (existsSync(file) ? readFileSync(file) : null));

  const second = site.service();
  const again = callAs(second);
  await again('site.signIn', ADMINISTRATOR);
  await passDays(site, again, 30);
  expect(await again('exports.list', {})).toEqual([]);
  expect((await again('erasures.rules', {})).lastTaken.exports).toMatchObject({ count: 1 });
  const { erasures } = await again('erasures.list', {});
  expect(erasures).toMatchObject([{ what: 'export', ofId: order.id, state: 'erased', askedBy: 'Faceward' }]);
  const { bytes } = await again('erasures.receipt', { erasureId: erasures[0]!.id });
  const verdict = readReceipt(Buffer.from(bytes).toString('utf8'));
  expect(verdict).toMatchObject({
    kind: 'genuine',
    receipt: { what: 'export', ofId: order.id, counts: { reports: 1 }, sessionIds: [session.id], handedOut: 1 },
  });
  expect((await again('sessions.list', {})).map(({ id }) => id)).toEqual([session.id]);
  await second.close();

  for (const name of ['faceward.db-shm', 'faceward.db-wal']) rmSync(join(site.dataDir, name), { force: true });
  for (const [index, bytes] of older.entries()) if (bytes) writeFileSync(files[index]!, bytes);
  const third = callAs(site.service());
  await third('site.signIn', ADMINISTRATOR);
  expect(await third('exports.list', {})).toEqual([]);
  expect((await third('erasures.list', {})).erasures[0]!.reason).toContain('an older store had brought it back');
});

it('erases pictures by a rule of their own, and the readings stay', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { id: childId } = await call('children.add', { code: 'OAK-12', birthMonth: '2019-05' });
  const given = { givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  await call('consents.grant', { childId, scopes: ['monitor', 'keep-crops'], ...given });
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const crops = [1, 3].map((second) => ({ atMs: 1000 * second, grey: new Uint8Array(3600).fill(second) }));
  const samples = Array.from({ length: 20 }, (_, i) => sample(100 * i));
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], crops, atMs: 8000 });
  await call('sessions.stop', { sessionId, durationMs: 8000 });
  await passDays(site, call, 40);
  const rules = { ...NO_RULES, picturesMonths: 1 };
  expect(await call('erasures.rulesAhead', rules)).toMatchObject({ sessions: 0, pictures: 2 });
  expect(await call('erasures.rulesAhead', { ...rules, readingsMonths: 1 })).toMatchObject({
    sessions: 1,
    pictures: 0,
  });
  await call('erasures.setRules', { ...rules, password });
  expect(await call('erasures.rulesAhead', rules)).toMatchObject({ pictures: 0 });
  expect((await call('erasures.list', {})).erasures).toMatchObject([
    { what: 'pictures', ofId: sessionId, reason: 'By rule: pictures are kept for a month.' },
  ]);
  expect((await call('erasures.rules', {})).lastTaken.pictures).toMatchObject({ count: 2 });
  expect((await call('erasures.preview', { target: { kind: 'session', sessionId } })).counts).toMatchObject({
    sessions: 1,
    pictures: 0,
    readings: 20,
  });
});

it('says a week ahead on which days what goes', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  for (const code of ['OAK-12', 'ELM-3']) {
    const { session } = await startSession(call, code);
    await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
    site.clock.now = new Date(site.clock.now.getTime() + 2 * DAY_MS);
  }
  await call('erasures.setRules', { ...NO_RULES, readingsMonths: 2, password });
  expect((await call('erasures.comingByRule', {})).days).toEqual([]);
  // Sessions of 4 and 6 March; it is 30 April.
  await passDays(site, call, 53);
  const none = { pictures: 0, videos: 0, exports: 0, audit: 0 };
  expect(await call('erasures.comingByRule', {})).toEqual({
    withinDays: 7,
    days: [
      { ...none, date: '2026-05-04', sessions: 1 },
      { ...none, date: '2026-05-06', sessions: 1 },
    ],
    lastTaken: NOTHING_TAKEN,
  });
  await passDays(site, call, 5);
  expect(await call('erasures.comingByRule', {})).toMatchObject({
    days: [{ date: '2026-05-06', sessions: 1 }],
    lastTaken: { sessions: { count: 1 } },
  });
});

it('cuts the audit log by rule, once a month, and copies and reports of before still say what they can', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const early = verifyAuditExport(Buffer.from((await call('audit.export', {})).bytes).toString('utf8'));
  if (early.kind !== 'whole') throw new Error(early.kind);
  await passDays(site, call, 30);
  await passDays(site, call, 26);
  await passDays(site, call, 364);
  const rules = { ...NO_RULES, auditMonths: 12 };
  await expect(call('erasures.setRules', { ...rules, auditMonths: 11, password })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  const ahead = (await call('erasures.rulesAhead', rules)).audit;
  expect(ahead).toBeGreaterThan(3);
  await call('erasures.setRules', { ...rules, password });
  expect((await call('erasures.rules', {})).lastTaken.audit).toMatchObject({ count: ahead });
  const removed = { entries: ahead, months: 12, untilIso: expect.stringMatching(/^2026-04/) };
  expect(await call('audit.list', { beforeSequence: null, limit: 5 })).toMatchObject({ chainIntact: true, removed });
  expect(await call('audit.verify', { held: [early.head] })).toMatchObject({
    chain: { kind: 'intact', removed },
    held: ['removed'],
  });
  const copy = verifyAuditExport(Buffer.from((await call('audit.export', {})).bytes).toString('utf8'));
  expect(copy).toMatchObject({ kind: 'whole', beginning: { entries: ahead, ruleBy: 'Ada', siteName: 'Ward 3' } });
  expect((await call('erasures.list', {})).isOverwriteDue).toBe(false);

  // Ten days later more is old, and nothing goes before a month is over: it is said a week ahead.
  await passDays(site, call, 10);
  expect((await call('erasures.rules', {})).lastTaken.audit).toMatchObject({ count: ahead });
  await passDays(site, call, 16);
  const { days } = await call('erasures.comingByRule', {});
  expect(days).toMatchObject([{ audit: expect.any(Number) }]);
  // Not while a session runs.
  const { session } = await startSession(call, 'OAK-12', '2035-01-01');
  await passDays(site, call, 10);
  expect((await call('erasures.rules', {})).lastTaken.audit).toMatchObject({ count: ahead });
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  await call('site.signIn', ADMINISTRATOR);
  expect((await call('erasures.rules', {})).lastTaken.audit?.count).toBeGreaterThanOrEqual(days[0]!.audit);
  await service.close();
  const again = callAs(site.service());
  await again('site.signIn', ADMINISTRATOR);
  expect(await again('audit.findings', {})).toEqual([]);
});

it('is for administrators alone', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const ward = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
  const rules = { ...NO_RULES, readingsMonths: 1, password };
  for (const name of ['erasures.rules', 'erasures.rulesAhead', 'erasures.comingByRule', 'erasures.setRules'] as const) {
    await expect(ward(name, rules)).rejects.toMatchObject({ code: 'forbidden' });
  }
});

it.each([
  ['2026-03-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2026-01-15T10:00:00.000Z', 13, '2024-12-15T10:00:00.000Z'],
])('%s less %i months is %s', (now, months, then) => {
  expect(monthsBefore(new Date(now), months).toISOString()).toBe(then);
});
