import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { hasStoreOf } from '../../core/store/keys/rekey.node.ts';
import { failure } from '../../core/words/failure.ts';
import { ADMINISTRATOR, type Call, callAs, setUp, startSession, testSite } from '../testing/test-site.ts';

const BEA = { userName: 'Bea', password: 'a long password of hers' };

/** Waits until the key was changed, which is begun once the pages are checked; from then on calls wait at the door by themselves. */
async function changed(call: Call): Promise<void> {
  await expect.poll(async () => (await call('keys.state', {})).due, { timeout: 20_000 }).toBeNull();
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

describe('a key file that was changed by other means', () => {
  /** Puts another public half into somebody's slot, as whoever has the file can. */
  function swapKey(keyFile: string, at: number) {
    const file = JSON.parse(readFileSync(keyFile, 'utf8'));
    file.users[at].slot.publicKey = file.users[at === 0 ? 1 : 0].slot.publicKey;
    writeFileSync(keyFile, JSON.stringify(file));
  }

  it('has no key changed, nobody added and no code made until an administrator has settled it', async () => {
    await using site = await testSite();
    const keyFile = join(site.dataDir, 'keys.json');
    const call = callAs(site.service({ host: 'browser' }));
    await setUp(call);
    await call('users.add', { name: 'Bea', role: 'ward', password: BEA.password });
    swapKey(keyFile, 1);
    const refused = { code: 'conflict', ...failure('keys.foreign') };
    await expect(call('keys.change', { leavesOut: false })).rejects.toMatchObject(refused);
    await expect(call('users.add', { name: 'Cas', role: 'ward', password: BEA.password })).rejects.toMatchObject(
      refused,
    );
    const { password } = ADMINISTRATOR;
    await expect(call('site.makeRecoveryCode', { password })).rejects.toMatchObject(refused);
    const { foreign } = await call('keys.state', {});
    expect(foreign).toMatchObject({ differs: { names: ['Bea'], recovery: false } });
    const fingerprint = foreign!.fingerprint;
    await expect(call('keys.settle', { fingerprint, password: 'wrong' })).rejects.toMatchObject({
      code: 'wrong-password',
    });
    await expect(call('keys.settle', { fingerprint: '00', password })).rejects.toMatchObject({ code: 'conflict' });
    await call('keys.settle', { fingerprint, password });
    expect(await call('keys.state', {})).toMatchObject({ foreign: null });
    await call('users.add', { name: 'Cas', role: 'ward', password: BEA.password });
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 9 });
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['keys.foreign', 'keys.settle']));
  });

  it('is all right again once the file of before is put back', async () => {
    await using site = await testSite();
    const keyFile = join(site.dataDir, 'keys.json');
    const first = site.service();
    const call = callAs(first);
    await setUp(call);
    await call('users.add', { name: 'Bea', role: 'ward', password: BEA.password });
    await first.close();
    copyFileSync(keyFile, `${keyFile}.before`);
    swapKey(keyFile, 1);
    const second = site.service();
    const again = callAs(second);
    await again('site.signIn', ADMINISTRATOR);
    expect((await again('keys.state', {})).foreign).not.toBeNull();
    await second.close();
    copyFileSync(`${keyFile}.before`, keyFile);
    const third = callAs(site.service());
    await third('site.signIn', ADMINISTRATOR);
    expect((await third('keys.state', {})).foreign).toBeNull();
  });
});
