import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unlockWithPassword, unlockWithRecoveryCode } from '../../core/security/key-slots.node.ts';
import { hasStoreOf } from '../../core/store/keys/rekey.node.ts';
import { failure } from '../../core/words/failure.ts';
import { restoreBackup } from '../records/restore.ts';
import { testKeystore } from '../testing/test-keystore.ts';
import { ADMINISTRATOR, type Call, callAs, setUp, type TestSite, testSite } from '../testing/test-site.ts';

const BEA = { userName: 'Bea', password: 'a long password of hers' };
const ANOTHER = 'quite another password';
const { password } = ADMINISTRATOR;
const LOST = { code: 'wrong-password', ...failure('site.wrong-password-or-computer') };

/** A site on a computer with a keystore, with an administrator and Bea, and passwords bound to the computer. */
async function boundSite(site: TestSite, { secrets: computerSecrets }: ReturnType<typeof testKeystore>) {
  const service = site.service({ host: 'browser', computerSecrets });
  const call = callAs(service);
  const { recoveryCode } = await setUp(call);
  const bea = await call('users.add', { name: BEA.userName, role: 'ward', password: BEA.password });
  await call('keys.bind', { password });
  return { service, call, recoveryCode, bea, keyFile: join(site.dataDir, 'keys.json') };
}

async function signIn(site: TestSite, computer: ReturnType<typeof testKeystore> | null, who: typeof ADMINISTRATOR) {
  const service = site.service({ host: 'browser', ...(computer && { computerSecrets: computer.secrets }) });
  const call = callAs(service);
  await call('site.signIn', who);
  return { service, call };
}

/** Until no change of the data key is due any more. */
async function settled(call: Call): Promise<void> {
  await expect.poll(async () => (await call('keys.state', {})).due, { timeout: 20_000 }).toBeNull();
}

const stateOf = async (call: Call) => (await call('keys.state', {})).thisComputer;
const opens = async (keyFile: string, who: typeof BEA) => (await unlockWithPassword(keyFile, who)).kind === 'unlocked';

test('whose password needs the computer opens nothing without it, and the last of them has the data key changed', async () => {
  await using site = await testSite();
  using computer = testKeystore();
  const { service, call, keyFile, recoveryCode } = await boundSite(site, computer);
  const file = join(site.dataDir, 'this-computer.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await stateOf(call)).toMatchObject({ works: true, notYet: [{ name: 'Bea' }], still: [], lost: [] });
  expect([await opens(keyFile, ADMINISTRATOR), await opens(keyFile, BEA)]).toEqual([false, true]);
  const copyOfBefore = join(site.dataDir, 'copy.json');
  copyFileSync(keyFile, copyOfBefore);
  const before = await unlockWithPassword(copyOfBefore, BEA);
  await service.close();

  const again = await signIn(site, computer, BEA);
  expect(await opens(keyFile, BEA)).toBe(false);
  const administrator = callAs(again.service);
  await administrator('site.signIn', ADMINISTRATOR);
  await settled(administrator);
  expect(before.kind === 'unlocked' && hasStoreOf(join(site.dataDir, 'faceward.db'), before.key)).toBe(false);
  expect(await stateOf(administrator)).toMatchObject({ works: true, notYet: [], still: [], lost: [] });
  const { entries } = await administrator('audit.list', { beforeSequence: null, limit: 20 });
  expect(entries.map(({ action, subject }) => [action, subject])).toEqual(
    expect.arrayContaining([
      ['keys.bind', ''],
      ['keys.change', 'this-computer'],
    ]),
  );
  await again.service.close();
  // After the change of the data key everybody signs in as before, here and by the code anywhere.
  const { service: last } = await signIn(site, computer, BEA);
  await last.close();
  expect((await unlockWithRecoveryCode(keyFile, recoveryCode)).kind).toBe('unlocked');
});

test('a copy of the folder elsewhere says so to everybody alike, opens by the recovery code, and can be bound anew', async () => {
  await using site = await testSite();
  using computer = testKeystore();
  const { service, recoveryCode, bea } = await boundSite(site, computer);
  await service.close();
  // Bea signs in once; from then on both need the computer.
  await (await signIn(site, computer, BEA)).service.close();
  const { dataDir } = site;
  using other = testKeystore();
  const elsewhere = site.service({ host: 'browser', computerSecrets: other.secrets });
  const call = callAs(elsewhere);
  const wrong = { ...BEA, password: 'not the password' };
  const nobody = { userName: 'Nobody', password };
  for (const who of [ADMINISTRATOR, BEA, wrong, nobody]) {
    await expect(call('site.signIn', who), who.userName).rejects.toMatchObject(LOST);
  }
  await call('site.recover', { recoveryCode, userName: ADMINISTRATOR.userName, newPassword: ANOTHER });
  expect(await stateOf(call)).toMatchObject({ works: false, notYet: [{ name: 'Ada' }], lost: [{ name: 'Bea' }] });
  expect(await opens(join(dataDir, 'keys.json'), { ...ADMINISTRATOR, password: ANOTHER })).toBe(true);

  await call('keys.bind', { password: ANOTHER });
  expect(await stateOf(call)).toMatchObject({ works: true, notYet: [], lost: [{ name: 'Bea' }] });
  await call('users.resetPassword', { userId: bea.id, password: BEA.password });
  await settled(call);
  expect(await stateOf(call)).toMatchObject({ works: true, notYet: [], lost: [] });
  await elsewhere.close();
  await (await signIn(site, other, { ...BEA })).service.close();
  await expect(signIn(site, computer, { ...BEA })).rejects.toMatchObject(LOST);
});

test('new passwords, other passwords, unlocking and new people need it too, and a reset account says what to do', async () => {
  await using site = await testSite();
  using computer = testKeystore();
  const { service, call, keyFile, bea } = await boundSite(site, computer);
  await call('account.changePassword', { password, newPassword: ANOTHER });
  await call('users.resetPassword', { userId: bea.id, password: 'a password to begin with' });
  await settled(call);
  const cas = { userName: 'Cas', password: 'a long password of his' };
  await call('users.add', { name: cas.userName, role: 'ward', password: cas.password });
  for (const who of [{ ...ADMINISTRATOR, password: ANOTHER }, { ...BEA, password: 'a password to begin with' }, cas]) {
    expect([who.userName, await opens(keyFile, who)]).toEqual([who.userName, false]);
  }
  await call('site.lock', {});
  await expect(call('site.unlock', { ...ADMINISTRATOR, password })).rejects.toMatchObject(
    failure('site.wrong-password'),
  );
  await call('site.unlock', { ...ADMINISTRATOR, password: ANOTHER });
  await call('users.remove', { userId: bea.id });
  await settled(call);
  await service.close();
  await (await signIn(site, computer, cas)).service.close();
  computer.reset();
  await expect(signIn(site, computer, cas)).rejects.toMatchObject(LOST);
});

test('turned off, each needs it until they sign in, and the last takes the secret along', async () => {
  await using site = await testSite();
  using computer = testKeystore();
  const { service, keyFile } = await boundSite(site, computer);
  const file = join(site.dataDir, 'this-computer.json');
  await service.close();
  const { service: second } = await signIn(site, computer, BEA);
  const call = callAs(second);
  await call('site.signIn', ADMINISTRATOR);
  await settled(call);
  await expect(call('keys.unbind', { password: ANOTHER })).rejects.toMatchObject({ code: 'wrong-password' });
  await call('keys.unbind', { password });
  expect(await stateOf(call)).toMatchObject({ sinceIso: null, still: [{ name: 'Bea' }], notYet: [], lost: [] });
  expect([await opens(keyFile, ADMINISTRATOR), await opens(keyFile, BEA), existsSync(file)]).toEqual([
    true,
    false,
    true,
  ]);
  await second.close();
  await (await signIn(site, computer, BEA)).service.close();
  expect([await opens(keyFile, BEA), existsSync(file)]).toEqual([true, false]);
});

test('wherever the program ends while it is turned on, everybody signs in, and what was not finished is undone', async () => {
  await using site = await testSite();
  using computer = testKeystore();
  const { dataDir } = site;
  const [keyFile, file] = [join(dataDir, 'keys.json'), join(dataDir, 'this-computer.json')];
  const first = site.service({ host: 'browser', computerSecrets: computer.secrets });
  const call = callAs(first);
  await setUp(call);
  await call('users.add', { name: BEA.userName, role: 'ward', password: BEA.password });
  await first.close();
  const [off, on] = [`${dataDir}-off`, `${dataDir}-on`];
  cpSync(dataDir, off, { recursive: true });
  const second = await signIn(site, computer, ADMINISTRATOR);
  await second.call('keys.bind', { password });
  await second.service.close();
  cpSync(dataDir, on, { recursive: true });
  const secret = readFileSync(file);
  const { before: _, storeSalt: __, ...was } = JSON.parse(readFileSync(join(off, 'keys.json'), 'utf8'));
  const doubtful = JSON.stringify({ ...JSON.parse(readFileSync(keyFile, 'utf8')), before: was });

  const startFrom = (dir: string, keys: string | null) => {
    rmSync(dataDir, { recursive: true });
    cpSync(dir, dataDir, { recursive: true });
    if (keys !== null) writeFileSync(keyFile, keys);
  };
  const ended: [string, () => void, boolean][] = [
    ['behind the secret', () => startFrom(off, null), false],
    ['behind the key file', () => startFrom(off, doubtful), false],
    ['behind the store', () => startFrom(on, doubtful), true],
  ];
  for (const [where, end, isOn] of ended) {
    end();
    writeFileSync(file, secret);
    const { service, call: again } = await signIn(site, computer, ADMINISTRATOR);
    const state = await stateOf(again);
    expect([where, state.sinceIso !== null, state.lost, existsSync(file)]).toEqual([where, isOn, [], isOn]);
    expect([where, await opens(keyFile, ADMINISTRATOR)]).toEqual([where, !isOn]);
    await service.close();
    await (await signIn(site, computer, BEA)).service.close();
  }
});

test('it is refused in words: in a browser, with the keystore locked, without a recovery code, by a damaged file, to others', async () => {
  await using site = await testSite();
  using computer = testKeystore();
  const bare = site.service();
  const call = callAs(bare);
  const { recoveryCode } = await setUp(call);
  await expect(call('keys.bind', { password })).rejects.toMatchObject({
    code: 'conflict',
    ...failure('keys.computer-needs-code'),
  });
  expect((await stateOf(call)).problem).toEqual(failure('keys.computer-host'));
  await call('site.confirmRecoveryCode', { lastGroup: recoveryCode.split('-').at(-1)! });
  await expect(call('keys.bind', { password })).rejects.toMatchObject(failure('keys.computer-host'));
  await call('users.add', { name: BEA.userName, role: 'ward', password: BEA.password });
  const bea = callAs(bare);
  await bea('site.signIn', BEA);
  await expect(bea('keys.bind', { password: BEA.password })).rejects.toMatchObject({ code: 'forbidden' });
  await bare.close();

  const { service, call: again } = await signIn(site, computer, ADMINISTRATOR);
  const file = join(site.dataDir, 'this-computer.json');
  writeFileSync(file, '{');
  await expect(again('keys.bind', { password })).rejects.toMatchObject(failure('keys.computer-file', { file }));
  await expect(again('keys.bind', { password: ANOTHER })).rejects.toMatchObject({ code: 'wrong-password' });
  computer.remove();
  await expect(again('keys.bind', { password })).rejects.toMatchObject(failure('keys.computer-none'));
  expect(readFileSync(file, 'utf8')).toBe('{');
  expect(await stateOf(again)).toMatchObject({ sinceIso: null, notYet: [], lost: [] });
  await service.close();

  const unlike = {
    ...computer.secrets,
    problem: async () => null,
    seal: async () => new Uint8Array(9),
    unseal: async () => null,
  };
  const third = callAs(site.service({ computerSecrets: unlike }));
  await third('site.signIn', ADMINISTRATOR);
  await expect(third('keys.bind', { password })).rejects.toMatchObject({ reason: 'keys.computer-refused' });
});

test('a backup opens by the recovery code, and by no password alone', async () => {
  await using site = await testSite();
  using computer = testKeystore();
  const { service, call, recoveryCode } = await boundSite(site, computer);
  const folder = join(site.dataDir, '..', 'backups');
  mkdirSync(folder);
  await call('backups.setPlan', { folder, everyHours: 24, keep: 3 });
  await call('backups.makeNow', {});
  const { lastMade } = await call('backups.get', {});
  await service.close();
  const order = { file: lastMade!.file, held: null, now: site.clock.now };
  const byPassword = async (keyFile: string) => {
    const unlocked = await unlockWithPassword(keyFile, ADMINISTRATOR);
    if (unlocked.kind !== 'unlocked') throw new Error('refused');
    return unlocked.key;
  };
  const to = join(site.dataDir, '..', 'restored');
  await expect(restoreBackup({ ...order, to, unlock: byPassword })).rejects.toThrow('refused');
  await restoreBackup({
    ...order,
    to,
    async unlock(keyFile) {
      const unlocked = await unlockWithRecoveryCode(keyFile, recoveryCode);
      if (unlocked.kind !== 'unlocked') throw new Error('the code was expected to open it');
      return unlocked.key;
    },
  });
  using other = testKeystore();
  const there = callAs(site.service({ dataDir: to, host: 'browser', computerSecrets: other.secrets }));
  await expect(there('site.signIn', ADMINISTRATOR)).rejects.toMatchObject(LOST);
  await there('site.recover', { recoveryCode, userName: 'Ada', newPassword: ANOTHER });
  expect(await stateOf(there)).toMatchObject({ works: false, lost: [] });
  await there('keys.unbind', { password: ANOTHER });
  expect(await stateOf(there)).toMatchObject({ sinceIso: null, lost: [], still: [] });
});
