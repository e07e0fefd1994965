import { describe, expect, it } from 'vitest';
import { confirmCode } from '../testing/confirm-code.ts';
import { ADMINISTRATOR, type Call, callAs, setUp, signInAnother, testSite } from '../testing/test-site.ts';

const OTHER = 'paard fiets boterham';

async function entriesOf(call: Call): Promise<string[]> {
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
  return entries.map(({ userName, action }) => `${userName} ${action}`);
}

async function idOf(call: Call, name: string): Promise<string> {
  return (await call('users.list', {})).find((user) => user.name === name)!.id;
}

describe('one’s own password', () => {
  it('is changed by the one before it, which opens nothing after', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const change = (password: string, newPassword: string) => call('account.changePassword', { password, newPassword });
    await expect(change('not it at all', OTHER)).rejects.toMatchObject({ reason: 'users.wrong-own-password' });
    const same = change(ADMINISTRATOR.password, ADMINISTRATOR.password);
    await expect(same).rejects.toMatchObject({ reason: 'users.same-password' });
    const weak = change(ADMINISTRATOR.password, 'Welkom2024!');
    await expect(weak).rejects.toMatchObject({ reason: 'users.password-guessable' });
    await change(ADMINISTRATOR.password, OTHER);
    expect(await entriesOf(call)).toEqual(
      expect.arrayContaining(['Ada account.changePassword', 'Ada refused.password']),
    );
    await call('site.signOut', {});
    await expect(call('site.signIn', ADMINISTRATOR)).rejects.toMatchObject({ code: 'wrong-password' });
    await call('site.signIn', { ...ADMINISTRATOR, password: OTHER });
  });

  it('is not changed in a demo, which has none', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await call('site.openDemo', {});
    const change = call('account.changePassword', { password: 'x', newPassword: OTHER });
    await expect(change).rejects.toMatchObject({ reason: 'users.no-passwords-in-demo' });
  });
});

describe('a start password', () => {
  it('signs its user out everywhere, and opens nothing but the choice of another', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const wim = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
    await call('users.resetPassword', { userId: await idOf(call, 'Wim'), password: OTHER });
    expect((await wim('site.status', {})).user).toBeNull();
    await wim('site.signIn', { userName: 'Wim', password: OTHER });
    expect(await wim('site.status', {})).toMatchObject({ mustChangePassword: true, user: { name: 'Wim' } });
    await expect(wim('children.list', {})).rejects.toMatchObject({ reason: 'call.start-password' });
    await wim('account.changePassword', { password: OTHER, newPassword: ADMINISTRATOR.password });
    expect((await wim('site.status', {})).mustChangePassword).toBe(false);
    await wim('children.list', {});
  });

  it('is what somebody is added with, where whoever adds them says so', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    await call('users.add', { name: 'Bea', role: 'ward', password: OTHER, isStartPassword: true });
    const bea = callAs(service);
    await bea('site.signIn', { userName: 'Bea', password: OTHER });
    expect((await bea('site.status', {})).mustChangePassword).toBe(true);
  });

  it('is not for oneself', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const reset = call('users.resetPassword', { userId: await idOf(call, 'Ada'), password: OTHER });
    await expect(reset).rejects.toMatchObject({ reason: 'users.own-password' });
  });
});

describe('a role', () => {
  it('changes at once where somebody is signed in, and never leaves a site without an administrator', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const wim = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
    const [ada, wimId] = [await idOf(call, 'Ada'), await idOf(call, 'Wim')];
    const demote = () => call('users.setRole', { userId: ada, role: 'ward' });
    await expect(demote()).rejects.toMatchObject({ reason: 'users.last-administrator' });
    await call('users.setRole', { userId: wimId, role: 'administrator' });
    expect(await wim('users.list', {})).toHaveLength(2);
    await demote();
    await expect(call('users.list', {})).rejects.toMatchObject({ code: 'forbidden' });
    expect(await entriesOf(wim)).toContain('Ada users.setRole');
  });
});

describe('a new recovery code', () => {
  it('opens nothing before it is confirmed by its last group, and is the only one after', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    const made = await setUp(call);
    await confirmCode(call, made);
    const before = made.recoveryCode;
    const { password } = ADMINISTRATOR;
    await expect(call('site.makeRecoveryCode', { password: 'wrong' })).rejects.toMatchObject({
      code: 'wrong-password',
    });
    await expect(call('site.confirmRecoveryCode', { lastGroup: 'AAAAA' })).rejects.toMatchObject({ code: 'conflict' });
    const { recoveryCode } = await call('site.makeRecoveryCode', { password });
    await expect(call('site.confirmRecoveryCode', { lastGroup: '!' })).rejects.toMatchObject({
      reason: 'site.other-group',
    });
    const recover = (code: string, newPassword: string) =>
      callAs(service)('site.recover', { recoveryCode: code, userName: 'Ada', newPassword });
    await expect(recover(recoveryCode, OTHER)).rejects.toMatchObject({ reason: 'site.wrong-code' });
    await call('site.confirmRecoveryCode', { lastGroup: recoveryCode.split('-').at(-1)!.toLowerCase() });
    await expect(recover(before, OTHER)).rejects.toMatchObject({ reason: 'site.wrong-code' });
    await recover(recoveryCode, OTHER);
  });
});

describe('a name', () => {
  it.each([
    ['ada ', 'users.name-taken'],
    ['\u0410da', 'users.name-mixed'],
    ['A\u200bda', 'users.name-invisible'],
    ['A-da', 'users.name-alike'],
  ])('%j is refused beside Ada', async (name, reason) => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    await expect(call('users.add', { name, role: 'ward', password: OTHER })).rejects.toMatchObject({ reason });
  });
});

it('rates a password for whoever chooses one, signed in or not', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  expect(await call('site.ratePassword', { password: OTHER })).toEqual({ problem: null, isStrong: true });
  const own = await call('site.ratePassword', { password: 'Anna Admin 12', about: ['Anna Admin'] });
  expect(own).toEqual({ problem: 'users.password-own', isStrong: false });
});
