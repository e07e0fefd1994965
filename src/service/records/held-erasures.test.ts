import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReceipt } from '../../core/store/erase/erasure-receipt.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Service } from '../service.ts';
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
const WHY = { reason: 'The family asked for it.', password };
const HOUR_MS = 3_600_000;

async function stoppedSession(call: Call, code: string) {
  const { child, consent, session } = await startSession(call, code);
  const samples = Array.from({ length: 20 }, (_, i) => sample(100 * i));
  await call('sessions.append', { sessionId: session.id, batch: 0, atMs: 2000, samples, gaps: [] });
  await call('sessions.stop', { sessionId: session.id, durationMs: 2000 });
  return { child, consent, session, ofChild: { kind: 'child', childId: child.id } as const };
}

async function later({ clock }: TestSite, service: Service, hours: number): Promise<Call> {
  clock.now = new Date(clock.now.getTime() + hours * HOUR_MS);
  const call = callAs(service);
  await call('site.signIn', ADMINISTRATOR);
  return call;
}

const codes = async (call: Call) => (await call('children.codes', {})).map(({ code }) => code);

it('keeps what is erased for a day, as shipped: seen by administrators alone, and taken back as it was', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const ward = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
  const { child, session, ofChild } = await stoppedSession(call, 'OAK-12');
  const timeline = await call('sessions.timeline', { sessionId: session.id });

  const erasure = await call('erasures.erase', { target: ofChild, atOnce: false, ...WHY });
  expect(erasure).toMatchObject({
    state: 'held',
    childCode: 'OAK-12',
    dueAtIso: '2026-03-05T09:00:00.000Z',
    endedAtIso: null,
  });
  for (const each of [call, ward]) {
    expect(await codes(each)).toEqual([]);
    expect(await each('sessions.list', {})).toEqual([]);
    const start = each('sessions.start', { childId: child.id, source: 'webcam' });
    await expect(start).rejects.toMatchObject({ code: 'not-found' });
    await expect(each('sessions.goOn', { sessionId: session.id, recorderId: 'one', camera: '' })).rejects.toThrow();
  }
  for (const name of ['erasures.list', 'erasures.undo', 'erasures.eraseNow', 'erasures.setWait'] as const) {
    const input = { erasureId: erasure.id, password, waitDays: 7 as const };
    await expect(ward(name, input), name).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(call('erasures.receipt', { erasureId: erasure.id })).rejects.toMatchObject(
    failure('erasures.no-receipt-yet'),
  );

  expect(await call('erasures.undo', { erasureId: erasure.id })).toEqual({ lost: 0 });
  expect(await codes(ward)).toEqual(['OAK-12']);
  expect(await call('sessions.timeline', { sessionId: session.id })).toEqual(timeline);
  await expect(call('erasures.undo', { erasureId: erasure.id })).rejects.toMatchObject(
    failure('erasures.waits-no-more'),
  );
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 20 });
  const acts = entries.filter(({ action }) => action.startsWith('erasures.')).map(({ action }) => action);
  expect(acts).toEqual(['erasures.undo', 'erasures.hold']);
  expect(JSON.stringify(entries)).not.toContain('OAK-12');
});

it('erases by itself what is due, at opening, with a signed receipt', async () => {
  await using site = await testSite();
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  await call('erasures.setWait', { waitDays: 7 });
  const { session, ofChild } = await stoppedSession(call, 'OAK-12');
  const { id } = await call('erasures.erase', { target: ofChild, atOnce: false, ...WHY });
  await first.close();

  const second = site.service();
  const early = await later(site, second, 7 * 24 - 1);
  expect((await early('erasures.list', {})).erasures).toMatchObject([{ state: 'held', childCode: 'OAK-12' }]);
  const due = await later(site, second, 1);
  const { erasures, isOverwriteDue } = await due('erasures.list', {});
  expect(erasures).toMatchObject([{ id, state: 'erased', childCode: null, askedBy: 'Ada' }]);
  expect(isOverwriteDue).toBe(false);
  const { bytes } = await due('erasures.receipt', { erasureId: id });
  const verdict = readReceipt(Buffer.from(bytes).toString('utf8'));
  expect(verdict).toMatchObject({
    kind: 'genuine',
    receipt: {
      sessionIds: [session.id],
      counts: { children: 1, readings: 20 },
      askedAtIso: '2026-03-04T09:00:00.000Z',
      erasedAtIso: '2026-03-11T09:00:00.000Z',
    },
  });
  const { entries } = await due('audit.list', { beforeSequence: null, limit: 5 });
  expect(entries).toContainEqual(expect.objectContaining({ action: 'erasures.child', userName: 'Faceward' }));
  const noted = readFileSync(join(site.dataDir, 'erasures.json'), 'utf8');
  expect(noted).toContain(id);
});

it('does not wait where an administrator says so, then or later, each time after the password', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const one = await stoppedSession(call, 'OAK-12');
  const two = await stoppedSession(call, 'ELM-3');
  expect(await call('erasures.erase', { target: one.ofChild, atOnce: true, ...WHY })).toMatchObject({
    state: 'erased',
  });
  const { id: erasureId } = await call('erasures.erase', { target: two.ofChild, atOnce: false, ...WHY });
  await expect(call('erasures.eraseNow', { erasureId, password: 'another' })).rejects.toMatchObject(
    failure('erasures.wrong-password'),
  );
  expect(await call('erasures.eraseNow', { erasureId, password })).toMatchObject({ state: 'erased', childCode: null });
  await call('erasures.setWait', { waitDays: 0 });
  const three = await stoppedSession(call, 'FIR-1');
  expect(await call('erasures.erase', { target: three.ofChild, atOnce: false, ...WHY })).toMatchObject({
    state: 'erased',
  });
});

it('erases what waits of a child together with the child', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { session, ofChild } = await stoppedSession(call, 'OAK-12');
  const ofSession = { kind: 'session', sessionId: session.id } as const;
  const { id } = await call('erasures.erase', { target: ofSession, atOnce: false, ...WHY });
  await call('erasures.erase', { target: ofChild, atOnce: false, ...WHY });
  await expect(call('erasures.undo', { erasureId: id })).rejects.toMatchObject(failure('erasures.child-waits'));
  const child = (await call('erasures.list', {})).erasures.find(({ what }) => what === 'child')!;
  await call('erasures.eraseNow', { erasureId: child.id, password });
  const { erasures } = await call('erasures.list', {});
  expect(erasures.map(({ state }) => state)).toEqual(['erased', 'erased']);
});

it('erases what an older store brings back as waiting, when its receipt says that it was erased', async () => {
  await using site = await testSite();
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  const { ofChild } = await stoppedSession(call, 'OAK-12');
  const { id: erasureId } = await call('erasures.erase', { target: ofChild, atOnce: false, ...WHY });
  await first.close();
  const older = readFileSync(join(site.dataDir, 'faceward.db'));
  const second = site.service();
  const again = callAs(second);
  await again('site.signIn', ADMINISTRATOR);
  await again('erasures.eraseNow', { erasureId, password });
  await second.close();
  writeFileSync(join(site.dataDir, 'faceward.db'), older);
  const back = await later(site, site.service(), 0);
  expect((await back('erasures.list', {})).erasures).toMatchObject([{ id: erasureId, state: 'erased' }]);
});
