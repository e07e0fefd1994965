import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  ADMINISTRATOR,
  type Call,
  callAs,
  setUp,
  signInAnother,
  startSession,
  type TestSite,
  testSite,
} from '../../testing/test-site.ts';

const ADA = ADMINISTRATOR.userName;

const fileOf = ({ dataDir }: TestSite) => join(dataDir, 'sign-in.json');

/** Reasons why so many wrong passwords were refused. */
async function guess(call: Call, userName: string, times: number): Promise<(string | null)[]> {
  const reasons = [];
  for (let time = 0; time < times; time++) {
    const reason = call('site.signIn', { userName, password: `wrong ${time}` }).catch((error) => error.reason);
    reasons.push((await reason) as string | null);
  }
  return reasons;
}

/** Who, what and on what, the oldest first, of what was refused. */
async function refused(call: Call): Promise<string[]> {
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
  return entries
    .filter(({ action }) => action.startsWith('refused.'))
    .map(({ userName, action, subject }) => `${userName} ${action} ${subject}`)
    .reverse();
}

const WRONG = 'site.wrong-password';
const WAIT = 'site.too-many-attempts';

describe('wrong passwords', () => {
  test('make wait longer and longer, over a restart as well', async () => {
    await using site = await testSite();
    const first = site.service();
    await setUp(callAs(first));
    await first.close();
    const second = site.service();
    expect(await guess(callAs(second), ADA, 4)).toEqual([WRONG, WRONG, WRONG, WAIT]);
    await second.close();
    const third = site.service();
    expect(await guess(callAs(third), ADA, 1), 'a start gives no free guess').toEqual([WAIT]);
    site.clock.now = new Date(site.clock.now.getTime() + 1000);
    expect(await guess(callAs(third), ADA, 2)).toEqual([WRONG, WAIT]);
    site.clock.now = new Date(site.clock.now.getTime() + 2000);
    await callAs(third)('site.signIn', ADMINISTRATOR);
  });

  test('under a clock that was years ahead make nobody wait for years', async () => {
    await using site = await testSite();
    const rightly = site.clock.now;
    const first = site.service();
    await setUp(callAs(first));
    await first.close();
    site.clock.now = new Date('2030-01-01T00:00:00Z');
    const second = site.service({ uptimeMs: () => 0 });
    await guess(callAs(second), ADA, 3);
    await second.close();
    site.clock.now = rightly;
    let uptimeMs = 0;
    const third = site.service({ uptimeMs: () => uptimeMs });
    await expect(callAs(third)('site.signIn', ADMINISTRATOR)).rejects.toMatchObject({ values: { count: 1 } });
    uptimeMs = 1000;
    await callAs(third)('site.signIn', ADMINISTRATOR);
  });

  test('at the door keep nobody out of the window that they have locked', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    await call('site.lock', {});
    await guess(callAs(service), ADA, 4);
    expect(await call('site.unlock', ADMINISTRATOR)).toMatchObject({ isAnother: false });
  });

  test('make wait half a minute at most while a session runs', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const longest = async () => {
      let count = 0;
      for (let time = 0; time < 11; time++) {
        const error = await callAs(service)('site.signIn', { userName: ADA, password: 'wrong' }).catch((e) => e);
        if (error.reason !== WAIT) continue;
        count = error.values.count as number;
        site.clock.now = new Date(site.clock.now.getTime() + 1000 * count);
      }
      return count;
    };
    await startSession(call);
    for (let round = 0; round < 2; round++) await longest();
    expect(await longest()).toBe(30);
  });

  test('in a damaged file begin anew, and the log says that something is missing', async () => {
    await using site = await testSite();
    const first = site.service();
    await setUp(callAs(first));
    await first.close();
    writeFileSync(fileOf(site), '{');
    const call = callAs(site.service());
    await call('site.signIn', ADMINISTRATOR);
    expect(await refused(call)).toEqual(['Faceward refused.lost 1 or more']);
    expect(site.told.join()).toContain('sign-in.json');
  });
});

describe('a window that nobody uses', () => {
  afterEach(() => vi.useRealTimers());

  test('signs out by itself after four hours, asking for nothing but its status; one that is used does not', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const wim = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
    const pass = async (hours: number) => {
      site.clock.now = new Date(site.clock.now.getTime() + 3_600_000 * hours);
      await call('site.status', {});
      await wim('children.list', {});
      vi.advanceTimersByTime(60_000);
    };
    await pass(3.9);
    expect((await call('site.status', {})).state).toBe('open');
    await pass(0.2);
    expect((await call('site.status', {})).state).toBe('locked');
    await wim('children.list', {});
    await call('site.signIn', ADMINISTRATOR);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 5 });
    expect(entries).toContainEqual(
      expect.objectContaining({ userName: ADA, action: 'site.signOut', subject: 'after 4 hours without a call' }),
    );
  });
});

describe('the audit log', () => {
  test('knows what was refused while no store was open, by when it was, once', async () => {
    await using site = await testSite();
    const first = site.service();
    await setUp(callAs(first));
    await first.close();
    const second = site.service();
    const at = site.clock.now.toISOString();
    await guess(callAs(second), 'Ada', 2);
    await guess(callAs(second), 'my own password', 1);
    await callAs(second)('site.recover', { recoveryCode: CODE, userName: ADA, newPassword: 'a new password' }).catch(
      () => {},
    );
    await callAs(second)('children.list', {}).catch(() => {});
    const kept = readFileSync(fileOf(site), 'utf8');
    expect(kept).not.toMatch(/ada|password|children/i);
    await second.close();
    site.clock.now = new Date(site.clock.now.getTime() + 60_000);
    const third = site.service();
    const call = callAs(third);
    await call('site.signIn', ADMINISTRATOR);
    const wanted = [
      'Ada refused.password site.signIn',
      'Ada refused.password site.signIn',
      '? refused.password site.signIn',
      '? refused.code site.recover',
      '? refused.signedOut children.list',
    ];
    expect(await refused(call)).toEqual(wanted);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
    expect(entries.find(({ action }) => action === 'refused.code')?.atIso).toBe(at);
    // A program that was killed before it could empty the box.
    await third.close();
    writeFileSync(fileOf(site), kept);
    const fourth = callAs(site.service());
    await fourth('site.signIn', ADMINISTRATOR);
    expect(await refused(fourth)).toEqual(wanted);
  });

  test('goes on where the box was taken away', async () => {
    await using site = await testSite();
    const first = site.service();
    await setUp(callAs(first));
    await first.close();
    const second = site.service();
    await guess(callAs(second), ADA, 1);
    await callAs(second)('site.signIn', ADMINISTRATOR);
    await second.close();
    rmSync(fileOf(site));
    const third = callAs(site.service());
    await third('site.signIn', ADMINISTRATOR);
    expect(existsSync(fileOf(site))).toBe(true);
    expect(await refused(third)).toEqual(['Ada refused.password site.signIn', 'Faceward refused.gone ']);
    await third('site.signOut', {});
    await guess(third, ADA, 1);
    await third('site.signIn', ADMINISTRATOR);
    expect(await refused(third)).toHaveLength(3);
  });

  test('says that an older record of refusals was put back', async () => {
    await using site = await testSite();
    const first = site.service();
    await setUp(callAs(first));
    await first.close();
    const older = readFileSync(fileOf(site));
    const second = site.service();
    await guess(callAs(second), ADA, 1);
    await callAs(second)('site.signIn', ADMINISTRATOR);
    await second.close();
    writeFileSync(fileOf(site), older);
    const third = callAs(site.service());
    await third('site.signIn', ADMINISTRATOR);
    expect(await refused(third)).toEqual(['Ada refused.password site.signIn', 'Faceward refused.gone ']);
  });

  test('knows calls that a role does not allow, locked screens and wrong passwords there; of many the first and their number', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    const wim = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
    for (let time = 0; time < 11; time++) await wim('audit.list', { beforeSequence: null, limit: 1 }).catch(() => {});
    await wim('site.lock', {});
    await wim('children.list', {}).catch(() => {});
    await wim('site.unlock', { userName: 'Wim', password: 'wrong' }).catch(() => {});
    await wim('site.unlock', { userName: 'Wim', password: ADMINISTRATOR.password });
    expect(await refused(call)).toEqual([
      'Wim refused.call audit.list',
      'Wim refused.call audit.list, 10 times',
      'Wim refused.locked children.list',
      'Wim refused.password site.unlock',
    ]);
    await wim('site.signOut', {});
    await wim('children.list', {}).catch(() => {});
    expect(await refused(call), 'a window that has just signed out').toHaveLength(4);
  });
});

const CODE = '00000-00000-00000-00000-00000';
