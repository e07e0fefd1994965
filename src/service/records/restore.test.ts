import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { closeStore, openStore } from '../../core/store/store.node.ts';
import { siteFolder } from '../runtime/site-folder.ts';
import { ADMINISTRATOR, callAs, setUp, signInAnother, startSession, testSite } from '../testing/test-site.ts';
import { restoreBackup } from './restore.ts';

async function unlock(keyFile: string): Promise<Uint8Array> {
  const unlocked = await unlockWithPassword(keyFile, ADMINISTRATOR);
  if (unlocked.kind !== 'unlocked') throw new Error(unlocked.kind);
  return unlocked.key;
}

it('a backup made while a session runs is put back with what was acknowledged, and with a write-ahead log', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const { session } = await startSession(call);
  const dir = mkdtempSync(join(tmpdir(), 'faceward-restore-'));
  try {
    const file = join(dir, 'one.faceward-backup');
    const made = await call('backups.make', { file });
    expect(made.entries).toBeGreaterThan(3);
    await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
    const order = { file, to: join(dir, 'restored'), held: null, now: site.clock.now, unlock };
    const restored = await restoreBackup(order);
    expect(restored).toMatchObject({ head: { entries: made.entries }, missing: 1 });
    await expect(restoreBackup(order)).rejects.toThrow('there is something in');
    // Where the folder that it was made of is gone, another end can be held against it.
    const later = await restoreBackup({ ...order, to: join(dir, 'again'), held: { entries: made.entries + 70 } });
    expect(later.missing).toBe(70);

    const folder = siteFolder(restored.dir);
    const db = openStore(folder.storeFile, await unlock(folder.keyFile));
    expect(db.prepare('PRAGMA journal_mode').pluck().get()).toBe('wal');
    closeStore(db);
    const there = callAs(site.service({ dataDir: restored.dir }));
    await there('site.signIn', ADMINISTRATOR);
    expect(await there('audit.findings', {})).toEqual([]);
    expect((await there('sessions.list', {})).map(({ id }) => id)).toEqual([session.id]);
  } finally {
    await service.close();
    rmSync(dir, { recursive: true, force: true });
  }
});

it('is for administrators, and says what is wrong with a place', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const ward = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
  const file = join(site.dataDir, 'keys.json');
  await expect(ward('backups.make', { file })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(call('backups.make', { file })).rejects.toMatchObject({ reason: 'store.backup-there' });
  await expect(call('backups.make', { file: 'here' })).rejects.toMatchObject({ reason: 'store.backup-path' });
  await expect(call('backups.make', { file: join(site.dataDir, 'away', 'one') })).rejects.toMatchObject({
    reason: 'store.backup-folder-away',
  });
});
