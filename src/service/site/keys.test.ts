import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { hasStoreOf } from '../../core/store/keys/rekey.node.ts';
import { ADMINISTRATOR, type Call, callAs, setUp, startSession, testSite } from '../testing/test-site.ts';

const BEA = { userName: 'Bea', password: 'a long password of hers' };

/** Waits until no change of the key is under way; calls wait at the door by themselves. */
async function changed(call: Call): Promise<void> {
  await call('users.list', {});
  expect(await call('keys.progress', {})).toEqual({ step: null });
}

async function keyOf(file: string, who: { userName: string; password: string }): Promise<Uint8Array> {
  const unlocked = await unlockWithPassword(file, who);
  if (unlocked.kind !== 'unlocked') throw new Error(`${who.userName} was expected to get in`);
  return unlocked.key;
}

describe('changing the key', () => {
  it('after a user was removed: their copy of the keys opens nothing, everybody else goes on', async () => {
    await using site = await testSite();
    const service = site.service({ host: 'browser' });
    const call = callAs(service);
    await setUp(call);
    const { id } = await call('users.add', { name: 'Bea', role: 'ward', password: BEA.password });
    await call('users.add', { name: 'Cas', role: 'ward', password: BEA.password });
    const [keyFile, copy] = [join(site.dataDir, 'keys.json'), join(site.dataDir, 'copy.json')];
    copyFileSync(keyFile, copy);
    const storeFile = join(site.dataDir, 'faceward.db');
    await call('users.remove', { userId: id });
    // The window of the administrator stays signed in, and what it asks meanwhile waits.
    await changed(call);
    expect(hasStoreOf(storeFile, await keyOf(copy, BEA))).toBe(false);
    expect(hasStoreOf(storeFile, await keyOf(keyFile, ADMINISTRATOR))).toBe(true);
    expect(await unlockWithPassword(keyFile, BEA)).toEqual({ kind: 'refused' });
    const cas = callAs(service);
    await cas('site.signIn', { userName: 'Cas', password: BEA.password });
    const state = await call('keys.state', {});
    expect(state).toMatchObject({ due: null, lastFailure: null, leftOut: [], keepsRecoveryCode: true });
    expect(state.lastAtIso).toBe(site.clock.now.toISOString());
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 3 });
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['site.signIn', ''],
      ['keys.change', 'user-removed'],
      ['users.remove', id],
    ]);
    expect(await call('audit.findings', {})).toEqual([]);
    await startSession(call);
    expect(readdirSync(site.dataDir).filter((name) => name.includes('rekeyed'))).toEqual([]);
  });

  it('waits for a session, and is done with the next sign-in where the program ended before', async () => {
    await using site = await testSite();
    const first = site.service({ host: 'browser' });
    const call = callAs(first);
    await setUp(call);
    const { id } = await call('users.add', { name: 'Bea', role: 'ward', password: BEA.password });
    const before = await keyOf(join(site.dataDir, 'keys.json'), ADMINISTRATOR);
    const { session } = await startSession(call);
    await call('users.remove', { userId: id });
    expect(await call('keys.state', {})).toMatchObject({ due: { why: 'user-removed' }, lastAtIso: null });
    await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
    await first.close();
    const storeFile = join(site.dataDir, 'faceward.db');
    expect(hasStoreOf(storeFile, before)).toBe(true);

    const next = callAs(site.service({ host: 'browser' }));
    await next('site.signIn', ADMINISTRATOR);
    await changed(next);
    expect(hasStoreOf(storeFile, before)).toBe(false);
    expect(await next('keys.state', {})).toMatchObject({ due: null });
    expect((await next('children.list', {})).map(({ code }) => code)).toEqual(['CH-1']);
  });

  it('on demand, and ended with the program: the store is whole, and it is still due', async () => {
    await using site = await testSite();
    const service = site.service({ host: 'browser' });
    const call = callAs(service);
    await setUp(call);
    await call('keys.change', { leavesOut: false });
    await service.close();
    expect(existsSync(join(site.dataDir, 'faceward.db.rekeyed'))).toBe(false);
    const next = callAs(site.service());
    await next('site.signIn', ADMINISTRATOR);
    expect(await next('keys.state', {})).toMatchObject({ due: { why: 'asked' }, lastFailure: null });
  });

  it('is for administrators', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    await call('users.add', { name: 'Bea', role: 'ward', password: BEA.password });
    const bea = callAs(service);
    await bea('site.signIn', BEA);
    await expect(bea('keys.change', { leavesOut: false })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
