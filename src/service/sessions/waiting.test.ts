import { cpSync, renameSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Input } from '../../contract/contract.ts';
import { ADMINISTRATOR, type Call, callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

type Readings = Extract<Input<'sessions.sealWaiting'>['waiting'], { kind: 'readings' }>;

function readings(fromMs: number, count: number): Readings {
  const samples = Array.from({ length: count }, (_, i) => sample(fromMs + 100 * i));
  const gaps = [{ fromMs: fromMs - 50, toMs: fromMs - 10, reason: 'covered' as const }];
  return { kind: 'readings', samples, gaps, crops: [], atMs: fromMs + 100 * count };
}

function append(call: Call, sessionId: string, batch: number, { kind: _, ...waiting }: Readings) {
  return call('sessions.append', { sessionId, batch, ...waiting });
}

async function timesOf(call: Call, sessionId: string): Promise<number[]> {
  return [...(await call('sessions.window', { sessionId, fromMs: 0, toMs: 1e6, mostRows: 1000 })).atMs];
}

it('what waits is sealed although the store is gone, and taken in once: what is there already is not added again', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { session } = await startSession(call);
  const { id: sessionId } = session;
  const [stored, waits] = [readings(1000, 5), readings(2000, 5)];
  await append(call, sessionId, 0, stored);
  const marker = { id: crypto.randomUUID(), sessionId, atMs: 2100, toMs: null, kind: 'needle' as const, text: '' };
  const calls = [
    { name: 'sessions.mark' as const, input: marker },
    { name: 'sessions.endMarker' as const, input: { sessionId, markerId: marker.id, toMs: 2200 } },
    // Was never there: set and taken back while nothing was stored.
    { name: 'sessions.unmark' as const, input: { sessionId, markerId: crypto.randomUUID() } },
  ];
  renameSync(site.dataDir, `${site.dataDir}-away`);
  const pieces = [
    (await call('sessions.sealWaiting', { sessionId, waiting: stored })).piece,
    (await call('sessions.sealWaiting', { sessionId, waiting: waits })).piece,
    (await call('sessions.sealWaiting', { sessionId, waiting: { kind: 'entries', calls } })).piece,
  ];
  for (const piece of pieces)
    for (const said of ['CH-1', 'happiness', sessionId]) expect(Buffer.from(piece).includes(said)).toBe(false);
  renameSync(`${site.dataDir}-away`, site.dataDir);

  const take = (piece: Uint8Array<ArrayBuffer>) => call('sessions.takeWaiting', { piece });
  await expect(take(pieces[1]!)).rejects.toMatchObject({ reason: 'sessions.waiting-running' });
  await call('sessions.stop', { sessionId, durationMs: 1600 });
  expect(await take(pieces[0]!)).toEqual({ sessionId, childCode: 'CH-1', samples: 0, entries: 0 });
  expect(await take(pieces[1]!)).toEqual({ sessionId, childCode: 'CH-1', samples: 5, entries: 0 });
  expect(await take(pieces[1]!)).toMatchObject({ samples: 0 });
  expect(await take(pieces[2]!)).toMatchObject({ entries: 3 });
  expect(await take(pieces[2]!)).toMatchObject({ entries: 3 });

  expect(await timesOf(call, sessionId)).toEqual([...stored.samples, ...waits.samples].map(({ atMs }) => atMs));
  const timeline = await call('sessions.timeline', { sessionId });
  expect(timeline.session).toMatchObject({ state: 'stopped', durationMs: 2500, sampleCount: 10 });
  expect(timeline.gaps.filter(({ reason }) => reason === 'covered')).toHaveLength(2);
  expect(timeline.markers).toMatchObject([{ id: marker.id, atMs: 2100, toMs: 2200, by: 'Ada' }]);
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
  expect(entries.filter(({ action }) => action === 'sessions.takeWaiting').map(({ subject }) => subject)).toEqual(
    Array(5).fill(sessionId),
  );
});

it('an entry that lacks something is refused by the field, with all that was sealed beside it', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { session } = await startSession(call);
  const { id: sessionId } = session;
  const marker = { id: crypto.randomUUID(), sessionId, atMs: 100, toMs: null, kind: 'needle' as const, text: '' };
  const waiting = {
    kind: 'entries' as const,
    calls: [
      { name: 'sessions.mark' as const, input: marker },
      { name: 'sessions.unmark' as const, input: { sessionId } },
    ],
  };
  const { piece } = await call('sessions.sealWaiting', { sessionId, waiting });
  await call('sessions.stop', { sessionId, durationMs: 1600 });
  await expect(call('sessions.takeWaiting', { piece })).rejects.toMatchObject({
    code: 'invalid-input',
    reason: 'input.missing',
    values: { field: 'markerId' },
  });
  expect((await call('sessions.timeline', { sessionId })).markers).toEqual([]);
});

it('a store put back as it was before the session takes it in; changed pieces and those of another site are refused', async () => {
  await using site = await testSite();
  const first = site.service();
  let call = callAs(first);
  await setUp(call);
  const child = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  const scopes: ['monitor'] = ['monitor'];
  const consent = { scopes, givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  await call('consents.grant', { childId: child.id, ...consent });
  await first.close();
  cpSync(site.dataDir, `${site.dataDir}-before`, { recursive: true });

  const second = site.service();
  call = callAs(second);
  await call('site.signIn', ADMINISTRATOR);
  const { id: sessionId, startedAtIso } = await call('sessions.start', { childId: child.id, source: 'webcam' });
  const waits = readings(1000, 5);
  const { piece } = await call('sessions.sealWaiting', { sessionId, waiting: waits });
  await second.close();
  rmSync(site.dataDir, { recursive: true });
  renameSync(`${site.dataDir}-before`, site.dataDir);

  call = callAs(site.service());
  await call('site.signIn', ADMINISTRATOR);
  expect(await call('sessions.takeWaiting', { piece })).toMatchObject({ sessionId, samples: 5 });
  expect(await call('sessions.list', {})).toMatchObject([
    { id: sessionId, state: 'recovered', startedAtIso, startedBy: 'Ada', sampleCount: 5, childCode: 'CH-1' },
  ]);
  expect(await timesOf(call, sessionId)).toEqual(waits.samples.map(({ atMs }) => atMs));

  const changed = Uint8Array.from(piece);
  changed[40]! ^= 1;
  const refused = { code: 'invalid-input', reason: 'sessions.waiting-not-ours' };
  for (const bytes of [changed, piece.subarray(0, -1), new Uint8Array(3)]) {
    await expect(call('sessions.takeWaiting', { piece: bytes })).rejects.toMatchObject(refused);
  }
  await using elsewhere = await testSite();
  const other = callAs(elsewhere.service());
  await setUp(other);
  await expect(other('sessions.takeWaiting', { piece })).rejects.toMatchObject(refused);
});
