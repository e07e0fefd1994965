import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CallError } from '../../contract/error.ts';
import { confirmCode } from '../testing/confirm-code.ts';
import { ADMINISTRATOR, callAs, setUp, type TestSite, testSite } from '../testing/test-site.ts';

const MADE_UP = '0'.repeat(25);
const { password } = ADMINISTRATOR;

/** Sets the site up in a program of its own, which is killed at the moment. @returns The code that was shown; '' for none. */
function killAt({ dataDir, modelsDir }: TestSite, moment: string): string {
  const program = fileURLToPath(new URL('../testing/set-up-until-killed.ts', import.meta.url));
  const { signal, stderr, stdout } = spawnSync(process.execPath, [program, dataDir, modelsDir, moment], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(signal).toBe('SIGKILL');
  return stdout;
}

describe('a set-up that is killed', () => {
  it.for([
    // The store is there, and its keys under another name.
    ['keys.json 1 before', 'nothing'],
    ['keys.json 1 after', 'no code'],
    // The code stands in the key file, and the store has not heard of it.
    ['keys.json 2 after', 'no code'],
    ['keys.json 3 before', 'a code'],
  ] as const)('at "%s" leaves %s', async ([moment, left]) => {
    await using site = await testSite();
    const shown = killAt(site, moment);
    const service = site.service({ host: 'desktop' });
    const call = callAs(service);
    if (left === 'nothing') {
      expect((await call('site.status', {})).state).toBe('new');
      await setUp(call);
      expect(await call('children.list', {})).toEqual([]);
      return;
    }
    const recover = (recoveryCode: string) =>
      callAs(service)('site.recover', { recoveryCode, userName: 'Ada', newPassword: 'paard fiets boterham' });
    if (left === 'a code') {
      await recover(shown);
      return;
    }
    // Whatever was on the screen when it ended opens nothing, and is not taken for a way in.
    await expect(recover(shown || MADE_UP)).rejects.toMatchObject({ reason: 'site.no-code' });
    await call('site.signIn', ADMINISTRATOR);
    expect(await call('site.status', {})).toMatchObject({ mustMakeRecoveryCode: true });
    await expect(call('children.list', {})).rejects.toMatchObject({ reason: 'call.recovery-code' });
    const made = await call('site.makeRecoveryCode', { password });
    await confirmCode(call, made);
    expect(await call('site.status', {})).toMatchObject({ mustMakeRecoveryCode: false });
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 9 });
    const actions = entries.map(({ action }) => action);
    expect(actions).toContain('site.lacksRecoveryCode');
    expect(actions).toContain('site.confirmRecoveryCode');
    await recover(made.recoveryCode);
  });
});

describe('a site whose recovery code was never confirmed', () => {
  it('asks administrators of its windows for one, nobody else, and is no reason for a terminal to stop', async () => {
    await using site = await testSite();
    const first = site.service();
    const call = callAs(first);
    await setUp(call);
    await call('users.add', { name: 'Bo', role: 'ward', password: 'another horse battery' });
    await call('site.signOut', {});
    await call('site.signIn', ADMINISTRATOR);
    expect(await call('keys.state', {})).toMatchObject({ lacksRecoveryCode: true, keepsRecoveryCode: true });
    await first.close();

    const service = site.service({ host: 'browser' });
    const bo = callAs(service);
    await bo('site.signIn', { userName: 'Bo', password: 'another horse battery' });
    expect((await bo('site.status', {})).mustMakeRecoveryCode).toBe(false);
    const ada = callAs(service);
    await ada('site.signIn', ADMINISTRATOR);
    const refused = await ada('users.list', {}).catch((error: CallError) => error);
    expect(refused).toMatchObject({ code: 'forbidden', reason: 'call.recovery-code' });
    await confirmCode(ada, await ada('site.makeRecoveryCode', { password }));
    expect((await ada('users.list', {})).map(({ name }) => name)).toEqual(['Ada', 'Bo']);
  });
});
