import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataFolderInUseError } from '../runtime/data-folder-lock.ts';
import { confirmCode } from '../testing/confirm-code.ts';
import { ADMINISTRATOR, callAs, setUp, startSession, type TestSite, testSite } from '../testing/test-site.ts';

describe('setting a site up', () => {
  it('goes from new to open, signs the administrator in and approves the shipped base', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    expect(await call('site.status', {})).toMatchObject({ state: 'new', user: null, userNames: [], demo: false });
    const { recoveryCode } = await setUp(call);
    expect(recoveryCode.length).toBeGreaterThan(20);
    expect(await call('site.status', {})).toMatchObject({
      state: 'open',
      siteName: 'Ward 3',
      user: { name: 'Ada', role: 'administrator' },
      userNames: ['Ada'],
    });
    expect(await call('models.list', {})).toMatchObject([
      { id: 'base-example', state: 'approved', origin: 'shipped', approvedBy: 'with set-up' },
    ]);
  });

  it('keeps the recovery code nowhere, and nothing readable, nobody’s name either', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    const { recoveryCode } = await setUp(call);
    await startSession(call, 'SECRET-CODE');
    const contents = readdirSync(site.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
    for (const secret of [recoveryCode, ADMINISTRATOR.password, 'SECRET-CODE', 'Ward 3', '"Ada"', '"ada"']) {
      expect(contents).not.toContain(secret);
    }
    if (process.platform !== 'win32') expect(statSync(site.dataDir).mode & 0o077).toBe(0);
  });

  it('is refused where there is a site, also while one is being made', async () => {
    await using site = await testSite();
    const service = site.service();
    const outcomes = await Promise.allSettled([setUp(callAs(service)), setUp(callAs(service))]);
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(setUp(callAs(service))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is done again after it was interrupted', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    writeFileSync(join(site.dataDir, 'keys.set-up.json'), '{');
    writeFileSync(join(site.dataDir, 'faceward.db'), 'half a store');
    await setUp(call);
    expect((await call('site.status', {})).state).toBe('open');
  });

  it('does not write over a store whose keys are gone', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    writeFileSync(join(site.dataDir, 'faceward.db'), 'a store');
    await expect(setUp(call)).rejects.toMatchObject({ code: 'damaged-store' });
    expect(readFileSync(join(site.dataDir, 'faceward.db'), 'utf8')).toBe('a store');
  });
});

describe('signing in', () => {
  it('opens a site again, and closes it when the last one leaves', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    await call('site.signOut', {});
    expect(await call('site.status', {})).toMatchObject({ state: 'locked', user: null, userNames: [], people: 1 });
    // Closed: SQLite takes its log away with the last connection.
    expect(existsSync(join(site.dataDir, 'faceward.db-wal'))).toBe(false);
    await expect(call('children.list', {})).rejects.toMatchObject({ code: 'not-signed-in' });
    await call('site.signIn', ADMINISTRATOR);
    expect(await call('children.list', {})).toEqual([]);
  });

  it('is refused for a wrong password and an unknown name in the same words', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const wrong = await call('site.signIn', { ...ADMINISTRATOR, password: 'wrong' }).catch((error) => error);
    const unknown = await call('site.signIn', { ...ADMINISTRATOR, userName: 'Eve' }).catch((error) => error);
    expect(wrong.code).toBe('wrong-password');
    expect(unknown.message).toBe(wrong.message);
  });

  it('has to wait after a few wrong passwords, longer each time, even with the right one', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const attempt = (password: string) =>
      call('site.signIn', { ...ADMINISTRATOR, password }).then(
        () => 'in',
        (error) => error.message as string,
      );
    for (let count = 0; count < 3; count++) expect(await attempt('wrong')).toMatch(/is wrong/);
    expect(await attempt(ADMINISTRATOR.password)).toMatch(/again in 1 s/);
    site.clock.now = new Date(site.clock.now.getTime() + 1_000);
    expect(await attempt('wrong')).toMatch(/is wrong/);
    site.clock.now = new Date(site.clock.now.getTime() + 1_000);
    expect(await attempt(ADMINISTRATOR.password)).toMatch(/again in 1 s/);
    site.clock.now = new Date(site.clock.now.getTime() + 1_000);
    expect(await attempt(ADMINISTRATOR.password)).toBe('in');
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 1 });
    expect(entries[0]).toMatchObject({ action: 'site.signIn', subject: 'after 4 wrong passwords' });
  });

  it('works with the recovery code, which sets a new password and signs the others of that name out', async () => {
    await using site = await testSite();
    const service = site.service();
    const [call, other] = [callAs(service), callAs(service)];
    const made = await setUp(call);
    await confirmCode(call, made);
    const { recoveryCode } = made;
    const recover = (code: string) =>
      other('site.recover', { recoveryCode: code, userName: 'ada', newPassword: 'paard fiets boterham' });
    await expect(recover('ABCD')).rejects.toMatchObject({ code: 'invalid-input' });
    await recover(recoveryCode.toLowerCase());
    expect((await call('site.status', {})).state).toBe('locked');
    await expect(call('site.signIn', ADMINISTRATOR)).rejects.toMatchObject({ code: 'wrong-password' });
    await call('site.signIn', { userName: 'Ada', password: 'paard fiets boterham' });
  });

  it('says that the store is damaged, and leaves it as it is', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    await call('site.signOut', {});
    const file = join(site.dataDir, 'faceward.db');
    const bytes = readFileSync(file);
    bytes.fill(0, 5000, 9000);
    writeFileSync(file, bytes);
    await expect(call('site.signIn', ADMINISTRATOR)).rejects.toMatchObject({ code: 'damaged-store' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

describe('a site whose log is damaged', () => {
  /** As a killed program leaves it: with a log, of which one bit is turned. */
  async function damagedSite(site: TestSite) {
    const call = callAs(site.service());
    const made = await setUp(call);
    await confirmCode(call, made);
    const { recoveryCode } = made;
    for (const name of ['CH-1', 'CH-2', 'CH-3', 'CH-4'])
      await call('children.add', { code: name, birthMonth: '2019-05' });
    const files = readdirSync(site.dataDir).filter((name) => /^(faceward\.db|keys)/.test(name));
    const bytes = new Map(files.map((name) => [name, readFileSync(join(site.dataDir, name))]));
    await call('site.signOut', {});
    for (const [name, content] of bytes) writeFileSync(join(site.dataDir, name), content);
    const log = bytes.get('faceward.db-wal')!;
    log[Math.floor(log.length / 2)]! ^= 4;
    writeFileSync(join(site.dataDir, 'faceward.db-wal'), log);
    return { call, recoveryCode };
  }

  it('is not opened before somebody says that it is to be, and the audit log keeps who did', async () => {
    await using site = await testSite();
    const { call } = await damagedSite(site);
    const refused = await call('site.signIn', ADMINISTRATOR).catch((error) => error);
    expect(refused).toMatchObject({ code: 'damaged-store', reason: 'store.log-damaged' });
    const { copy, count } = refused.values as { copy: string; count: number };
    expect(count).toBeGreaterThan(0);
    expect(readdirSync(join(site.dataDir, copy)).sort()).toEqual(['faceward.db', 'faceward.db-shm', 'faceward.db-wal']);
    await expect(call('site.signIn', { ...ADMINISTRATOR, acceptedCopy: 'another' })).rejects.toMatchObject({
      reason: 'store.log-damaged',
      values: { copy },
    });

    await call('site.signIn', { ...ADMINISTRATOR, acceptedCopy: copy });
    const { entries, chainIntact } = await call('audit.list', { beforeSequence: null, limit: 2 });
    expect(chainIntact).toBe(true);
    expect(entries[1]).toMatchObject({ userName: 'Ada', action: 'site.openDamaged' });
    expect(entries[1]!.subject).toBe(`${copy}, ${count} steps or more missing`);
    expect((await call('children.list', {})).length).toBeLessThan(4);
  });

  it('is opened with the recovery code under the same condition', async () => {
    await using site = await testSite();
    const { call, recoveryCode } = await damagedSite(site);
    const recover = (acceptedCopy: string | null) =>
      call('site.recover', { recoveryCode, userName: 'Ada', newPassword: 'paard fiets boterham', acceptedCopy });
    const refused = await recover(null).catch((error) => error);
    expect(refused.reason).toBe('store.log-damaged');
    await recover(refused.values.copy);
    expect(await call('site.status', {})).toMatchObject({ state: 'open' });
  });
});

describe('the demo', () => {
  it('opens without a password in a folder of its own, with a child, consent, dataset and model, and leaves nothing', async () => {
    await using site = await testSite();
    const service = site.service();
    const [call, second] = [callAs(service), callAs(service)];
    await call('site.openDemo', {});
    expect(await call('site.status', {})).toMatchObject({ state: 'open', demo: true, siteName: 'Demo ward' });
    expect(await second('site.status', {})).toMatchObject({ state: 'new', demo: false });
    const [child] = await call('children.list', {});
    expect(child).toMatchObject({
      code: 'DEMO-1',
      birthMonth: '2018-03',
      consentedScopes: ['monitor', 'keep-crops', 'train'],
    });
    expect(await call('datasets.list', {})).toMatchObject([{ name: 'demo-cohort', subjectsKnown: true, problems: [] }]);
    await call('sessions.start', { childId: child!.id, source: 'demo-clip' });

    await expect(setUp(second)).rejects.toMatchObject({ code: 'conflict' });
    await second('site.openDemo', {});
    expect(await second('children.list', {})).toEqual([child]);

    await call('site.signOut', {});
    expect((await second('site.status', {})).state).toBe('open');
    await second('site.signOut', {});
    expect(await call('site.status', {})).toMatchObject({ state: 'new', demo: false });
    expect(existsSync(join(site.dataDir, 'faceward.db'))).toBe(false);
  });

  it('is only for a data folder without a site', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    await expect(call('site.openDemo', {})).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a data folder', () => {
  it('is closed only when the calls under way are done, and takes none after', async () => {
    await using site = await testSite();
    const service = site.service();
    const caller = service.connect();
    const setting = service.answer(caller, 'site.setUp', {
      siteName: 'Ward 3',
      administrator: 'Ada',
      password: ADMINISTRATOR.password,
    });
    const closed = service.close();
    expect(await service.answer(caller, 'site.status', {})).toMatchObject({ error: { code: 'conflict' } });
    await closed;
    expect(await setting).toMatchObject({ output: { user: { name: 'Ada' } } });
    expect(existsSync(join(site.dataDir, 'faceward.db-wal'))).toBe(false);
  });

  it('is worked on by one process, and the other is told by which', async () => {
    await using site = await testSite();
    const service = site.service();
    expect(() => site.service()).toThrow(DataFolderInUseError);
    expect(() => site.service()).toThrow(String(process.pid));
    await service.close();
    expect(() => site.service()).not.toThrow();
  });
});
