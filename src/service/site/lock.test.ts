import { describe, expect, it } from 'vitest';
import { METHODS, type MethodName } from '../../contract/contract.ts';
import { mayCallWhileLocked } from '../locked.ts';
import { ADMINISTRATOR, type Call, callAs, sample, setUp, startSession, testSite } from '../testing/test-site.ts';

const NURSE = { userName: 'Bram', password: 'a quiet ward tonight' };

async function append(call: Call, sessionId: string, atMs: number) {
  return await call('sessions.append', { sessionId, batch: atMs, samples: [sample(atMs)], gaps: [], atMs });
}

describe('a locked window', () => {
  it('records on and answers nothing else until it is unlocked by a password', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { session } = await startSession(call);
    await call('site.lock', {});
    expect(await call('site.status', {})).toMatchObject({ state: 'open', isLocked: true, user: { name: 'Ada' } });
    expect(await append(call, session.id, 500)).toEqual({ stored: 1 });
    for (const name of Object.keys(METHODS) as MethodName[]) {
      if (mayCallWhileLocked(name) || METHODS[name].access === 'anyone') continue;
      await expect(call(name, {} as never), name).rejects.toMatchObject({ reason: 'call.locked' });
    }
    const wrong = call('site.unlock', { userName: 'Ada', password: 'not it at all' });
    await expect(wrong).rejects.toMatchObject({ code: 'wrong-password' });
    expect(await call('site.unlock', ADMINISTRATOR)).toMatchObject({ isAnother: false, tookOver: 0 });
    expect(await call('site.status', {})).toMatchObject({ isLocked: false });
    expect(await call('sessions.running', {})).toMatchObject([{ responsible: 'Ada' }]);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 500 });
    const actions = entries.map(({ action }) => action).reverse();
    const lockedAt = actions.indexOf('site.lock');
    expect(new Set(actions.slice(lockedAt)), 'what was refused in between is in the log, too').toEqual(
      new Set(['site.lock', 'refused.locked', 'refused.password', 'site.unlock']),
    );
  });

  it('hears nothing of what happens, and locks no other window', async () => {
    await using site = await testSite();
    const service = site.service();
    const [windowA, windowB] = [service.connect(), service.connect()];
    const [a, b] = [callAs(service, windowA), callAs(service, windowB)];
    await setUp(a);
    await b('site.signIn', ADMINISTRATOR);
    const heard: string[] = [];
    service.listen(windowA, 'children.changed', () => heard.push('a'));
    service.listen(windowB, 'children.changed', () => heard.push('b'));
    await a('site.lock', {});
    await b('children.add', { code: 'CH-9', birthMonth: '2019-05' });
    expect(heard).toEqual(['b']);
  });

  it('is taken over with its session by a colleague; the log and the session name both', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    await call('users.add', { name: NURSE.userName, role: 'ward', password: NURSE.password });
    const { session } = await startSession(call);
    await append(call, session.id, 500);
    await call('site.lock', {});
    site.clock.now = new Date(site.clock.now.getTime() + 1500);
    expect(await call('site.unlock', NURSE)).toMatchObject({
      user: { name: 'Bram' },
      isAnother: true,
      tookOver: 1,
    });
    expect(await append(call, session.id, 2500)).toEqual({ stored: 1 });
    expect((await call('sessions.timeline', { sessionId: session.id })).turns).toEqual([
      { atMs: 2000, kind: 'taken-over', by: 'Bram' },
    ]);
    await call('site.signOut', {});
    await call('site.signIn', ADMINISTRATOR);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
    const said = entries.map(({ userName, action, subject }) => `${userName} ${action} ${subject}`);
    expect(said).toContain('Bram site.unlock instead of Ada');
    expect(said).toContain(`Bram sessions.takeOver ${session.id} from Ada`);
  });

  it('with a session in it is unlocked by nobody who may not run one', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    await call('users.add', { name: 'Rea', role: 'research', password: ADMINISTRATOR.password });
    const { session } = await startSession(call);
    await call('site.lock', {});
    const rea = () => call('site.unlock', { userName: 'Rea', password: ADMINISTRATOR.password });
    await expect(rea()).rejects.toMatchObject({ code: 'forbidden', reason: 'site.unlock-needs-ward' });
    await call('sessions.stop', { sessionId: session.id, durationMs: 0 });
    expect(await rea()).toMatchObject({ isAnother: true, tookOver: 0 });
  });

  it('makes whoever guesses wait', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    await call('site.lock', {});
    const guess = () =>
      call('site.unlock', { userName: 'Ada', password: 'is it this one?' }).catch(({ reason }) => reason);
    const reasons = [];
    for (let tries = 0; tries < 8; tries++) reasons.push(await guess());
    expect(reasons).toContain('site.too-many-attempts');
  });
});

describe('when a window locks by itself', () => {
  it('is after five minutes, or as an administrator says', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    expect(await call('site.lockAfter', {})).toEqual({ lockAfterMinutes: 5 });
    await call('site.setLockAfter', { lockAfterMinutes: null });
    expect(await call('site.lockAfter', {})).toEqual({ lockAfterMinutes: null });
    await expect(call('site.setLockAfter', { lockAfterMinutes: 0 })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
