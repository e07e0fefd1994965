import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mountSmallDisk, NO_SMALL_DISK } from '../../core/training/testing/small-disk.node.ts';
import { ADMINISTRATOR, callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

using probe = mountSmallDisk(1);
if (!probe) console.warn(`signing in and readings on a full disk is not tested: ${NO_SMALL_DISK}`);

it.skipIf(!probe)('on a full disk readings are kept aside, and people sign in, read, stop and sign out', async () => {
  using disk = mountSmallDisk(24)!;
  await using site = await testSite();
  const dataDir = join(disk.dir, 'data');
  const service = site.service({ dataDir });
  const call = callAs(service);
  await setUp(call);
  const { id: sessionId } = (await startSession(call)).session;
  const append = (batch: number) =>
    call('sessions.append', { sessionId, batch, samples: [sample(500 * batch)], gaps: [], atMs: 500 * batch });
  await append(0);

  disk.fill();
  expect(await append(1)).toEqual({ stored: 1, isKeptAside: true });
  expect(await call('sessions.list', {})).toMatchObject([{ id: sessionId, sampleCount: 1 }]);
  const nurse = callAs(service);
  await nurse('site.signIn', ADMINISTRATOR);
  await nurse('sessions.timeline', { sessionId });
  await nurse('site.signOut', {});
  const marker = { id: crypto.randomUUID(), sessionId, atMs: 500, toMs: null, kind: 'needle' as const, text: '' };
  await call('sessions.mark', marker);
  await call('sessions.goOn', { sessionId });
  // Sent again, since an answer was lost, it stands twice there.
  for (const batch of [1, 2]) expect(await append(batch)).toEqual({ stored: 1, isKeptAside: true });
  // Saved elsewhere, since that writes nothing.
  const waiting = { kind: 'readings' as const, samples: [sample(500)], gaps: [], crops: [], atMs: 500 };
  expect((await call('sessions.sealWaiting', { sessionId, waiting })).piece.length).toBeGreaterThan(100);
  expect(await call('sessions.stop', { sessionId, durationMs: 600 })).toMatchObject({ state: 'stopped' });
  await call('site.signOut', {});
  await service.close();

  disk.fill();
  const again = site.service({ dataDir });
  const after = callAs(again);
  await after('site.signIn', ADMINISTRATOR);
  expect(await after('sessions.list', {})).toMatchObject([{ id: sessionId, state: 'stopped' }]);
  const { entries, chainIntact } = await after('audit.list', { beforeSequence: null, limit: 100 });
  expect(chainIntact).toBe(true);
  expect(entries.filter(({ action }) => action === 'site.signIn')).toHaveLength(3);
  await after('site.signOut', {});
  await again.close();

  disk.makeRoom();
  const last = callAs(site.service({ dataDir }));
  await last('site.signIn', ADMINISTRATOR);
  const { atMs } = await last('sessions.window', { sessionId, fromMs: 0, toMs: 9000, mostRows: 100 });
  expect([...atMs]).toEqual([0, 500, 1000]);
});
