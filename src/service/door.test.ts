import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMethodName, METHODS, type MethodName } from '../contract/contract.ts';
import { ROLES, type Role } from '../contract/role.ts';
import { callAs, setUp, testSite } from './testing/test-site.ts';

describe('the door', () => {
  it('knows the names of the contract and nothing that an object inherits', async () => {
    await using site = await testSite();
    const service = site.service();
    const caller = service.connect();
    for (const name of ['__proto__', 'constructor', 'toString', 'site', '']) {
      expect(await service.answer(caller, name, {})).toMatchObject({ error: { code: 'not-found', incident: null } });
    }
  });

  it('lets nobody in who is not signed in, except where anyone may', async () => {
    await using site = await testSite();
    const service = site.service();
    await setUp(callAs(service));
    const stranger = service.connect();
    for (const name of Object.keys(METHODS).filter(isMethodName)) {
      const answer = await service.answer(stranger, name, {});
      const refused = 'error' in answer && answer.error.code === 'not-signed-in';
      expect([name, refused]).toEqual([name, METHODS[name].access !== 'anyone']);
    }
  });

  it('lets each role do what the contract says, and tells the others which role is needed', async () => {
    await using site = await testSite();
    const service = site.service();
    const administrator = callAs(service);
    await setUp(administrator);
    for (const role of ROLES.filter((each) => each !== 'administrator')) {
      await administrator('users.add', { name: role, role, password: 'a long password' });
      const caller = service.connect();
      await service.call(caller, 'site.signIn', { userName: role, password: 'a long password' });
      for (const name of Object.keys(METHODS).filter(isMethodName)) {
        if (METHODS[name].access === 'anyone' || name === 'site.signOut') continue;
        // An input that no method takes: whoever is let in gets as far as that, and nothing is changed.
        const answer = await service.answer(caller, name, 'nonsense');
        const code = 'error' in answer ? answer.error.code : 'none';
        expect([role, name, code]).toEqual([role, name, mayCall(name, role) ? 'invalid-input' : 'forbidden']);
      }
    }
    const ward = service.connect();
    await service.call(ward, 'site.signIn', { userName: 'ward', password: 'a long password' });
    const refused = await service.answer(ward, 'users.list', {});
    expect(refused).toEqual({
      error: {
        code: 'forbidden',
        reason: 'call.role-needed',
        values: { roles: ['administrator'], role: 'ward' },
        incident: null,
      },
    });
  });

  it('names the field that is wrong', async () => {
    await using site = await testSite();
    const service = site.service();
    const caller = service.connect();
    const input = { siteName: 'W', administrator: 'Ada', password: 'short' };
    expect(await service.answer(caller, 'site.setUp', input)).toEqual({
      error: {
        code: 'invalid-input',
        reason: 'input.too-short',
        values: { field: 'password', count: 10, found: 5 },
        incident: null,
      },
    });
  });

  it('gives an unexpected failure a number and no stack, and the log its details', async () => {
    await using site = await testSite();
    const service = site.service();
    const caller = service.connect();
    await setUp(callAs(service, caller));
    rmSync(site.modelsDir, { recursive: true });
    await service.call(caller, 'site.signOut', {});
    const answer = await service.answer(caller, 'site.signIn', { userName: 'Ada', password: 'correct horse battery' });
    if (!('error' in answer)) throw new Error('a failure was expected');
    expect(answer.error.code).toBe('failed');
    expect(JSON.stringify(answer.error)).not.toMatch(/ENOENT|\.ts|\\n/);
    expect(answer.error).toMatchObject({ reason: 'call.unexpected', values: { incident: answer.error.incident } });
    const log = readFileSync(join(site.dataDir, 'log', 'faceward.log'), 'utf8');
    expect(log).toContain(answer.error.incident);
    expect(log).toMatch(/site\.signIn\nError: ENOENT/);
    expect(log).not.toContain('correct horse battery');
  });

  it('forgets a removed user at once, wherever they are signed in', async () => {
    await using site = await testSite();
    const service = site.service();
    const administrator = callAs(service);
    await setUp(administrator);
    const { id } = await administrator('users.add', { name: 'Bo', role: 'ward', password: 'a long password' });
    const bo = callAs(service);
    await bo('site.signIn', { userName: 'Bo', password: 'a long password' });
    await expect(administrator('users.add', { name: 'BO', role: 'ward', password: 'x'.repeat(10) })).rejects.toThrow();
    await administrator('users.remove', { userId: id });
    await expect(bo('children.list', {})).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(bo('site.signIn', { userName: 'Bo', password: 'a long password' })).rejects.toMatchObject({
      code: 'wrong-password',
    });
    const [ada] = await administrator('users.list', {});
    await expect(administrator('users.remove', { userId: ada!.id })).rejects.toMatchObject({ code: 'conflict' });
    expect(existsSync(join(site.dataDir, 'log'))).toBe(false);
  });

  it('tells events to those only who may hear them', async () => {
    await using site = await testSite();
    const service = site.service();
    const [administrator, stranger] = [service.connect(), service.connect()];
    const heard: string[] = [];
    service.listen(administrator, 'children.changed', () => heard.push('administrator'));
    const end = service.listen(administrator, 'children.changed', () => heard.push('ended'));
    service.listen(stranger, 'children.changed', () => heard.push('stranger'));
    end();
    await setUp(callAs(service, administrator));
    await service.call(administrator, 'children.add', { code: 'CH-1', birthMonth: '2019-05' });
    expect(heard).toEqual(['administrator']);
  });
});

function mayCall(name: MethodName, role: Role): boolean {
  const { access } = METHODS[name];
  return access === 'signed-in' || (access as readonly string[]).includes(role);
}
