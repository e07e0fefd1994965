import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { wrapKey } from '../../core/security/key-wrap.node.ts';
import { parseRecoveryCode } from '../../core/security/recovery-code.ts';
import { confirmCode } from '../testing/confirm-code.ts';
import { ADMINISTRATOR, callAs, setUp, testSite } from '../testing/test-site.ts';

describe('keys of a version before', () => {
  it('are written anew at the next sign-in, without names; who was half added is removed, and the log says so', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    const made = await setUp(call);
    await confirmCode(call, made);
    const { recoveryCode } = made;
    await call('users.add', { name: 'Half', role: 'administrator', password: 'a long password' });
    const keyFile = join(site.dataDir, 'keys.json');
    const unlocked = await unlockWithPassword(keyFile, ADMINISTRATOR);
    if (unlocked.kind !== 'unlocked') throw new Error('the administrator was expected to get in');
    await call('site.signOut', {});
    const wrap = (secret: string | Uint8Array, ...label: string[]) => {
      return wrapKey(Buffer.from(unlocked.key), secret, JSON.stringify([1, ...label]));
    };
    const code = parseRecoveryCode(recoveryCode);
    const old = {
      format: 1,
      users: [{ name: 'Ada', key: await wrap(ADMINISTRATOR.password, 'user', 'ada') }],
      recovery: await wrap(code.kind === 'code' ? code.bytes : '', 'recovery'),
    };
    writeFileSync(keyFile, JSON.stringify(old), { mode: 0o644 });
    writeFileSync(`${keyFile}.99.draft`, JSON.stringify(old));
    await call('site.signIn', ADMINISTRATOR);
    expect(readFileSync(keyFile, 'utf8')).not.toMatch(/Ada/);
    if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(site.dataDir).filter((name) => name.endsWith('.draft'))).toEqual([]);
    expect((await call('users.list', {})).map(({ name }) => name)).toEqual(['Ada']);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 2 });
    expect(entries.map(({ action }) => action)).toEqual(['site.signIn', 'users.undo']);
    const slots = JSON.parse(readFileSync(keyFile, 'utf8'));
    expect([slots.users[0].slot.old, slots.recovery.publicKey]).toEqual([undefined, undefined]);
    // Who does not come to sign in is given a password to begin with: their slot is a new one then.
    const { id: coId } = await call('users.add', { name: 'Co', role: 'ward', password: 'a long password' });
    const before = JSON.parse(readFileSync(keyFile, 'utf8'));
    const slotOfCo = before.users.find((each: { userId: string }) => each.userId === coId);
    slotOfCo.slot = { old: await wrap('a long password', 'user', 'co') };
    writeFileSync(keyFile, JSON.stringify(before));
    expect((await call('keys.state', {})).leftOut).toEqual([{ id: coId, name: 'Co' }]);
    await call('users.resetPassword', { userId: coId, password: 'kameel wolk fietsbel' });
    expect((await call('keys.state', {})).leftOut).toEqual([]);
    await call('site.recover', { recoveryCode, userName: 'Ada', newPassword: 'paard fiets boterham' });
    expect(JSON.parse(readFileSync(keyFile, 'utf8')).recovery.publicKey).toBeTypeOf('string');
  });

  it('whom a change of the key left out is named, and a new password lets them in again', async () => {
    await using site = await testSite();
    const service = site.service({ host: 'browser' });
    const call = callAs(service);
    await setUp(call);
    const { id } = await call('users.add', { name: 'Co', role: 'ward', password: 'a long password' });
    expect((await call('keys.state', {})).withoutKey).toEqual([]);
    const keyFile = join(site.dataDir, 'keys.json');
    const content = JSON.parse(readFileSync(keyFile, 'utf8'));
    const slot = content.users.find((each: { userId: string }) => each.userId === id);
    slot.slot = { old: await wrapKey(randomBytes(32), 'a long password', JSON.stringify([1, 'user', 'co'])) };
    writeFileSync(keyFile, JSON.stringify(content));
    // The file is not the program's own any more, which is said once and settled.
    await expect(call('keys.change', { leavesOut: true })).rejects.toMatchObject({ reason: 'keys.foreign' });
    const { fingerprint } = (await call('keys.state', {})).foreign!;
    await call('keys.settle', { fingerprint, password: ADMINISTRATOR.password });
    await call('keys.change', { leavesOut: true });
    // It waits until the pages of the store, which was just opened, are checked.
    await expect
      .poll(() => call('keys.state', {}), { timeout: 20_000 })
      .toMatchObject({
        lastAtIso: site.clock.now.toISOString(),
        leftOut: [],
        withoutKey: [{ id, name: 'Co' }],
      });
    const start = 'kameel wolk fietsbel';
    await call('users.resetPassword', { userId: id, password: start });
    expect((await call('keys.state', {})).withoutKey).toEqual([]);
    const signedIn = await callAs(service)('site.signIn', { userName: 'Co', password: start });
    expect(signedIn.user.name).toBe('Co');
  });
});
