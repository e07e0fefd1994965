import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReceipt } from '../../core/store/erase/erasure-receipt.node.ts';
import { failure } from '../../core/words/failure.ts';
import {
  ADMINISTRATOR,
  type Call,
  callAs,
  sample,
  setUp,
  signInAnother,
  startSession,
  testSite,
} from '../testing/test-site.ts';

const { password } = ADMINISTRATOR;
const REASON = 'The family asked for it.';
const AT_ONCE = { reason: REASON, atOnce: true, password };

/** A stopped session of a child with notes and a marker. */
async function stoppedSession(call: Call, code: string) {
  const { child, session } = await startSession(call, code);
  const samples = Array.from({ length: 20 }, (_, i) => sample(100 * i));
  await call('sessions.append', { sessionId: session.id, batch: 0, atMs: 2000, samples, gaps: [] });
  await call('sessions.stop', { sessionId: session.id, durationMs: 2000 });
  await call('sessions.setNotes', { sessionId: session.id, notes: `${code} slept badly` });
  return { child, session };
}

const wholeFolder = (dir: string): Buffer =>
  Buffer.concat(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dir, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  );

it('erases a child: previewed, gone from every list, told by a signed receipt and the audit log', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const { child, session } = await stoppedSession(call, 'OAK-12');
  const other = await stoppedSession(call, 'ELM-3');
  const target = { kind: 'child', childId: child.id } as const;

  const preview = await call('erasures.preview', { target });
  expect(preview).toMatchObject({ childCode: 'OAK-12', running: 0, models: [], backups: [], stillNamed: [] });
  expect(preview.counts).toMatchObject({ children: 1, consents: 1, sessions: 1, readings: 20 });
  expect(await call('sessions.list', {})).toHaveLength(2);

  const erasure = await call('erasures.erase', { target, ...AT_ONCE });
  expect(erasure).toMatchObject({ what: 'child', ofId: child.id, state: 'erased', askedBy: 'Ada', reason: REASON });
  expect((await call('children.codes', {})).map(({ code }) => code)).toEqual(['ELM-3']);
  expect((await call('sessions.list', {})).map(({ id }) => id)).toEqual([other.session.id]);
  await expect(call('sessions.timeline', { sessionId: session.id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(call('erasures.preview', { target })).rejects.toMatchObject(failure('erasures.not-there'));

  const { bytes, fileName } = await call('erasures.receipt', { erasureId: erasure.id });
  expect(fileName).toBe(`erasure-2026-03-04-${erasure.id.slice(0, 8)}.json`);
  const text = Buffer.from(bytes).toString('utf8');
  const verdict = readReceipt(text);
  if (verdict.kind !== 'genuine') throw new Error(verdict.kind);
  expect(verdict.receipt).toMatchObject({
    siteName: 'Ward 3',
    ofId: child.id,
    sessionIds: [session.id],
    counts: preview.counts,
    askedBy: 'Ada',
    stillNamed: [],
  });
  expect(verdict.key.fingerprint).toBe((await call('site.reportKey', {})).fingerprint);
  expect(text).not.toContain('OAK-12');
  expect(readReceipt(text.replace(REASON, 'No reason.'))).toEqual({ kind: 'changed' });
  expect(readReceipt('{}')).toEqual({ kind: 'not-a-receipt' });

  const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
  expect(entries.map(({ action }) => action)).toContain('erasures.child');
  expect(JSON.stringify(entries)).not.toContain('OAK-12');
  expect((await call('erasures.list', {})).isOverwriteDue).toBe(false);
  await service.close();
  expect(wholeFolder(site.dataDir).includes('OAK-12')).toBe(false);
});

it('asks for the password again, and for a reason that does not name the child', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { child } = await stoppedSession(call, 'OAK-12');
  const target = { kind: 'child', childId: child.id } as const;
  await expect(
    call('erasures.erase', { target, reason: REASON, atOnce: true, password: 'another' }),
  ).rejects.toMatchObject({
    code: 'wrong-password',
    ...failure('erasures.wrong-password'),
  });
  await expect(
    call('erasures.erase', { target, reason: 'Parents of oak-12 asked.', atOnce: true, password }),
  ).rejects.toMatchObject(failure('erasures.reason-names-child'));
  expect(await call('children.codes', {})).toHaveLength(1);
  expect((await call('erasures.list', {})).erasures).toEqual([]);
});

it('is for administrators alone', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const { child } = await stoppedSession(call, 'OAK-12');
  const target = { kind: 'child', childId: child.id } as const;
  for (const role of ['ward', 'research', 'reviewer'] as const) {
    const other = await signInAnother(service, call, { name: role, role });
    await expect(other('erasures.preview', { target })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(other('erasures.erase', { target, ...AT_ONCE })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(other('erasures.list', {})).rejects.toMatchObject({ code: 'forbidden' });
  }
});

it('erases nothing while a session of it runs, and overwrites when no session runs', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { session } = await stoppedSession(call, 'OAK-12');
  const running = await startSession(call, 'ELM-3');
  await expect(
    call('erasures.erase', {
      target: { kind: 'child', childId: running.child.id },
      ...AT_ONCE,
    }),
  ).rejects.toMatchObject(failure('erasures.session-running', { count: 1 }));

  await call('erasures.erase', {
    target: { kind: 'session', sessionId: session.id },
    ...AT_ONCE,
  });
  expect((await call('erasures.list', {})).isOverwriteDue).toBe(true);
  await call('sessions.stop', { sessionId: running.session.id, durationMs: 1000 });
  await call('erasures.erase', {
    target: { kind: 'session', sessionId: running.session.id },
    ...AT_ONCE,
  });
  expect((await call('erasures.list', {})).isOverwriteDue).toBe(false);
});

it('overwrites at the next opening what a program that ended could not', async () => {
  await using site = await testSite();
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  const { session } = await stoppedSession(call, 'OAK-12');
  const running = await startSession(call, 'ELM-3');
  await call('erasures.erase', {
    target: { kind: 'session', sessionId: session.id },
    ...AT_ONCE,
  });
  await call('sessions.stop', { sessionId: running.session.id, durationMs: 1000 });
  await first.close();
  const again = callAs(site.service());
  await again('site.signIn', ADMINISTRATOR);
  expect((await again('erasures.list', {})).isOverwriteDue).toBe(false);
});

it('erases again, by itself, what comes back with an older store', async () => {
  await using site = await testSite();
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  const { child, session } = await stoppedSession(call, 'OAK-12');
  const other = await stoppedSession(call, 'ELM-3');
  await first.close();
  const older = readFileSync(join(site.dataDir, 'faceward.db'));
  const second = site.service();
  const again = callAs(second);
  await again('site.signIn', ADMINISTRATOR);
  await again('erasures.erase', {
    target: { kind: 'child', childId: child.id },
    ...AT_ONCE,
  });
  await again('erasures.erase', {
    target: { kind: 'session', sessionId: other.session.id },
    ...AT_ONCE,
  });
  await second.close();
  // As if the program had ended between the erasure and its note.
  rmSync(join(site.dataDir, 'erasures.json'));
  const between = site.service();
  await callAs(between)('site.signIn', ADMINISTRATOR);
  await between.close();
  const noted = readFileSync(join(site.dataDir, 'erasures.json'), 'utf8');
  expect(noted).toContain(child.id);
  expect(noted).not.toContain('OAK-12');

  writeFileSync(join(site.dataDir, 'faceward.db'), older);
  const third = site.service();
  const back = callAs(third);
  await back('site.signIn', ADMINISTRATOR);
  expect((await back('children.codes', {})).map(({ code }) => code)).toEqual(['ELM-3']);
  expect(await back('sessions.list', {})).toEqual([]);
  const { erasures } = await back('erasures.list', {});
  expect(erasures.map(({ ofId, askedBy }) => [ofId, askedBy]).toSorted()).toEqual(
    [
      [child.id, 'Faceward'],
      [other.session.id, 'Faceward'],
    ].toSorted(),
  );
  const { entries } = await back('audit.list', { beforeSequence: null, limit: 20 });
  expect(entries.map(({ subject }) => subject).join()).toContain(child.id);
  expect(session.id).not.toBe(other.session.id);
  await third.close();
  // Once is enough.
  const last = callAs(site.service());
  await last('site.signIn', ADMINISTRATOR);
  expect((await last('erasures.list', {})).erasures).toHaveLength(2);
});

it('does not listen to receipts that another site signed or that were changed', async () => {
  await using site = await testSite();
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  const { child } = await stoppedSession(call, 'OAK-12');
  const other = await stoppedSession(call, 'ELM-3');
  await call('erasures.erase', {
    target: { kind: 'child', childId: other.child.id },
    ...AT_ONCE,
  });
  await first.close();
  const file = join(site.dataDir, 'erasures.json');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replaceAll(other.child.id, child.id).replaceAll('"id": "', '"id": "0'),
  );
  const again = callAs(site.service());
  await again('site.signIn', ADMINISTRATOR);
  expect((await again('children.codes', {})).map(({ code }) => code)).toEqual(['OAK-12']);
  expect(site.told.join()).toContain('erasures.json');
});

it('erases the name of somebody who was removed, and what they recorded stays', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const nurse = await signInAnother(service, call, { name: 'Wilhelmina Duck', role: 'ward' });
  const { session } = await stoppedSession(nurse, 'OAK-12');
  const { id: userId } = (await call('users.list', {})).find(({ name }) => name === 'Wilhelmina Duck')!;
  const order = { userId, reason: REASON, password };
  await expect(call('erasures.eraseUser', order)).rejects.toMatchObject(failure('erasures.user-not-removed'));
  await call('users.remove', { userId });
  expect(await call('erasures.removedUsers', {})).toEqual([
    { id: userId, name: 'Wilhelmina Duck', auditEntries: expect.any(Number) },
  ]);
  await expect(call('erasures.eraseUser', { ...order, reason: 'wilhelmina duck left' })).rejects.toMatchObject(
    failure('erasures.reason-names-person'),
  );

  const erasure = await call('erasures.eraseUser', order);
  expect(erasure).toMatchObject({ what: 'user', ofId: userId, state: 'erased' });
  expect(await call('erasures.removedUsers', {})).toEqual([]);
  const found = (await call('sessions.list', {})).find(({ id }) => id === session.id);
  expect(found).toMatchObject({ startedBy: `erased-${userId.slice(0, 8)}`, sampleCount: 20 });
  const { bytes } = await call('erasures.receipt', { erasureId: erasure.id });
  const verdict = readReceipt(Buffer.from(bytes).toString('utf8'));
  if (verdict.kind !== 'genuine') throw new Error(verdict.kind);
  expect(verdict.receipt.counts.names).toBe(1);
  expect(verdict.receipt.auditEntries, 'the log stays').toBeGreaterThan(3);
  expect(Buffer.from(bytes).toString('utf8')).not.toContain('Duck');
});
