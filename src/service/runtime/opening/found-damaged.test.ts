import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ADMINISTRATOR, callAs, sample, setUp, startSession, testSite } from '../../testing/test-site.ts';

const PAGE_BYTES = 4096;

test('found damaged while a session runs: all are told, it ends in words, nothing is written over', async () => {
  await using site = await testSite();
  const file = join(site.dataDir, 'faceward.db');
  const first = site.service({ host: 'browser' });
  const setter = callAs(first);
  await setUp(setter);
  const { child, session } = await startSession(setter);
  await setter('sessions.stop', { sessionId: session.id, durationMs: 100 });
  await setter('site.signOut', {});
  // A store that is left before its pages were checked is checked at the door of the next opening, and closed in full after that.
  if (existsSync(`${file}-wal`)) {
    await setter('site.signIn', ADMINISTRATOR);
    await setter('site.signOut', {});
  }
  await first.close();
  expect(existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0).toBe(false);

  const bytes = readFileSync(file);
  bytes[bytes.length - PAGE_BYTES + 1000]! ^= 1;
  writeFileSync(file, bytes);
  const service = site.service({ host: 'browser' });
  const call = callAs(service);
  await call('site.signIn', ADMINISTRATOR);
  const { id: sessionId } = await call('sessions.start', { childId: child.id, source: 'webcam' });
  await vi.waitFor(async () => expect((await call('site.status', {})).damage).not.toBeNull(), { timeout: 20_000 });
  await expect(call('sessions.start', { childId: child.id, source: 'webcam' })).rejects.toThrow(/damaged/);
  await call('sessions.append', { sessionId, batch: 0, samples: [sample(0)], gaps: [], atMs: 0 });
  const waiting = { kind: 'readings' as const, samples: [sample(500)], gaps: [], crops: [], atMs: 500 };
  expect((await call('sessions.sealWaiting', { sessionId, waiting })).piece.length).toBeGreaterThan(100);
  expect(await call('sessions.stop', { sessionId, durationMs: 600 })).toMatchObject({ state: 'stopped' });
  await call('site.signOut', {});
  await service.close();
  expect(readFileSync(file).equals(bytes)).toBe(true);

  const again = callAs(site.service({ host: 'browser' }));
  await expect(again('site.signIn', ADMINISTRATOR)).rejects.toThrow(/damaged/);
  expect(readFileSync(file).equals(bytes)).toBe(true);
}, 60_000);
