import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsentScope } from '../../core/store/people/consent-scope.ts';
import { type Call, callAs, setUp, signInAnother, type TestSite, testSite } from '../testing/test-site.ts';

const DAY_MS = 24 * 3_600_000;
const FRAGMENT = new TextEncoder().encode('three seconds of a child, and of nobody else');

async function watchedChild(call: Call, scopes: readonly ConsentScope[] = ['monitor', 'keep-video'], code = 'CH-1') {
  const child = await call('children.add', { code, birthMonth: '2019-05' });
  const given = { givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  const { id: consentId } = await call('consents.grant', { childId: child.id, scopes: [...scopes], ...given });
  return { childId: child.id, consentId };
}

const begin = (call: Call, childId: string) =>
  call('sessions.start', { childId, source: 'webcam', recorderId: 'r', keepsVideo: true });

const append = (call: Call, sessionId: string, fromMs: number, data = FRAGMENT) =>
  call('videos.append', { sessionId, recorderId: 'r', fromMs, toMs: fromMs + 3000, data });

/** A site that keeps video, with a session of which two fragments are stored. */
async function siteWithVideo(site: TestSite) {
  const call = callAs(site.service());
  await setUp(call);
  await call('videos.setSetting', { isOn: true, keepDays: 30 });
  const { childId, consentId } = await watchedChild(call);
  const { id: sessionId } = await begin(call, childId);
  await append(call, sessionId, 500);
  await append(call, sessionId, 3600, FRAGMENT.toReversed());
  return { call, childId, consentId, sessionId };
}

/** The sealed files of videos. */
function files({ dataDir }: TestSite): string[] {
  try {
    return readdirSync(join(dataDir, 'videos')).map((name) => join(dataDir, 'videos', name));
  } catch {
    return [];
  }
}

async function actions(call: Call): Promise<string[]> {
  const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
  return entries.map(({ action, userName }) => `${action} by ${userName}`);
}

describe('video of a session', () => {
  it('is kept only where the site and the family both say yes', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const { childId } = await watchedChild(call);
    expect(await call('videos.setting', {})).toMatchObject({ isOn: false, keepDays: 30 });
    await expect(begin(call, childId)).rejects.toMatchObject({ code: 'conflict', reason: 'videos.switched-off' });
    await call('videos.setSetting', { isOn: true, keepDays: 30 });
    const { childId: without } = await watchedChild(call, ['monitor', 'keep-crops'], 'CH-2');
    await expect(begin(call, without)).rejects.toMatchObject({ code: 'no-consent', values: { code: 'CH-2' } });
    const recording = { fileName: 'a.mp4', liveSessionId: null };
    await expect(
      call('sessions.start', { childId, source: 'recording', recording, keepsVideo: true }),
    ).rejects.toMatchObject({ reason: 'videos.of-recording' });
    expect(await call('sessions.list', {})).toEqual([]);
    const { id: plain } = await call('sessions.start', { childId, source: 'webcam', recorderId: 'r' });
    await expect(append(call, plain, 0)).rejects.toMatchObject({ code: 'no-consent' });
    expect(await call('videos.find', { sessionId: plain })).toBeNull();
  });

  it('comes back as it was given, and lies sealed under a name that says nothing', async () => {
    await using site = await testSite();
    const { call, sessionId } = await siteWithVideo(site);
    expect(await call('videos.find', { sessionId })).toMatchObject({
      fragments: [
        { number: 0, fromMs: 500, toMs: 3500, bytes: FRAGMENT.length },
        { number: 1, fromMs: 3600, toMs: 6600, bytes: FRAGMENT.length },
      ],
      deletedOnIso: '2026-04-03T09:00:00.000Z',
    });
    expect((await call('videos.fragment', { sessionId, number: 0 })).data).toEqual(FRAGMENT);
    expect((await call('videos.fragment', { sessionId, number: 1 })).data).toEqual(FRAGMENT.toReversed());
    await expect(call('videos.fragment', { sessionId, number: 2 })).rejects.toMatchObject({ code: 'not-found' });
    const [file, ...others] = files(site);
    expect(others).toEqual([]);
    expect(file).not.toMatch(new RegExp(`${sessionId}|CH-1`));
    expect(readFileSync(file!).includes('child')).toBe(false);
  });

  it('takes a fragment once that was sent twice, and drops what a killed program left behind', async () => {
    await using site = await testSite();
    const { call, sessionId } = await siteWithVideo(site);
    const [file] = files(site);
    const before = readFileSync(file!);
    await append(call, sessionId, 3600);
    expect(readFileSync(file!)).toEqual(before);
    writeFileSync(file!, Buffer.concat([before, Buffer.from('half a fragment')]));
    await append(call, sessionId, 6700);
    expect((await call('videos.fragment', { sessionId, number: 2 })).data).toEqual(FRAGMENT);
    expect((await call('videos.fragment', { sessionId, number: 1 })).data).toEqual(FRAGMENT.toReversed());
  });

  it('says which part is damaged, and gives the rest', async () => {
    await using site = await testSite();
    const { call, sessionId } = await siteWithVideo(site);
    const [file] = files(site);
    const bytes = readFileSync(file!);
    bytes[40]! ^= 1;
    writeFileSync(file!, bytes);
    await expect(call('videos.fragment', { sessionId, number: 0 })).rejects.toMatchObject({ reason: 'videos.damaged' });
    expect((await call('videos.fragment', { sessionId, number: 1 })).data).toEqual(FRAGMENT.toReversed());
    rmSync(file!);
    await expect(call('videos.fragment', { sessionId, number: 1 })).rejects.toMatchObject({ reason: 'videos.damaged' });
  });

  it('is added to by whoever records a session that runs, and by nobody else', async () => {
    await using site = await testSite();
    const { call, sessionId } = await siteWithVideo(site);
    const other = { sessionId, recorderId: 'another', fromMs: 9000, toMs: 9500, data: FRAGMENT };
    await expect(call('videos.append', other)).rejects.toMatchObject({ reason: 'sessions.recorded-by-another' });
    await expect(append(call, sessionId, 9000, new Uint8Array())).rejects.toMatchObject({ code: 'invalid-input' });
    await call('sessions.stop', { sessionId, durationMs: 7000 });
    await expect(append(call, sessionId, 9000)).rejects.toMatchObject({ reason: 'sessions.stopped' });
  });

  it('is watched by staff and reviewers, taken out by reviewers, each written down', async () => {
    await using site = await testSite();
    const service = site.service();
    const call = callAs(service);
    await setUp(call);
    await call('videos.setSetting', { isOn: true, keepDays: 30 });
    const { childId } = await watchedChild(call);
    const { id: sessionId } = await begin(call, childId);
    await append(call, sessionId, 0);
    const ward = await signInAnother(service, call, { name: 'Wim', role: 'ward' });
    const research = await signInAnother(service, call, { name: 'Resi', role: 'research' });
    const reviewer = await signInAnother(service, call, { name: 'Rosa', role: 'reviewer' });
    await ward('videos.fragment', { sessionId, number: 0 });
    await expect(ward('videos.export', { sessionId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(research('videos.find', { sessionId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(reviewer('videos.setSetting', { isOn: true, keepDays: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await reviewer('videos.export', { sessionId })).fileName).not.toContain('CH-1');
    expect(await actions(call)).toEqual(
      expect.arrayContaining(['videos.watch by Wim', 'videos.export by Rosa', 'videos.setSetting by Ada']),
    );
  });
});

describe('a video that may not be kept any more', () => {
  it('goes with the consent, file and all, while the session goes on', async () => {
    await using site = await testSite();
    const { call, childId, sessionId } = await siteWithVideo(site);
    const more = { childId, givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
    await call('consents.grant', { ...more, scopes: ['monitor'] });
    const [child] = await call('children.list', {});
    const { id } = child!.consents.find(({ scopes }) => scopes.includes('keep-video'))!;
    await call('consents.withdraw', { consentId: id });
    expect(files(site)).toEqual([]);
    expect(await call('videos.find', { sessionId })).toBeNull();
    await expect(append(call, sessionId, 9000)).rejects.toMatchObject({ code: 'no-consent' });
    expect(files(site)).toEqual([]);
    expect((await call('sessions.list', {}))[0]?.state).toBe('running');
  });

  it('stays where another consent covers it', async () => {
    await using site = await testSite();
    const { call, childId, consentId, sessionId } = await siteWithVideo(site);
    const more = { childId, givenBy: 'father', childAssented: true, untilDate: '2026-12-31' };
    await call('consents.grant', { ...more, scopes: ['monitor', 'keep-video'] });
    await call('consents.withdraw', { consentId });
    expect(files(site)).toHaveLength(1);
    expect(await call('videos.find', { sessionId })).not.toBeNull();
  });

  it('goes when its days are over, by itself and once, and the log says so', async () => {
    await using site = await testSite();
    const { call, sessionId } = await siteWithVideo(site);
    await call('sessions.stop', { sessionId, durationMs: 7000 });
    site.clock.now = new Date(site.clock.now.getTime() + 29 * DAY_MS);
    await call('site.signOut', {});
    await call('site.signIn', { userName: 'Ada', password: 'correct horse battery' });
    expect(files(site)).toHaveLength(1);
    site.clock.now = new Date(site.clock.now.getTime() + 2 * DAY_MS);
    await call('site.signOut', {});
    await call('site.signIn', { userName: 'Ada', password: 'correct horse battery' });
    expect(files(site)).toEqual([]);
    expect(await call('videos.find', { sessionId })).toBeNull();
    expect((await actions(call)).filter((action) => action === 'videos.expire by Faceward')).toHaveLength(1);
    expect((await call('erasures.rules', {})).lastTaken.videos).toMatchObject({ count: 1 });
    expect((await call('sessions.list', {}))[0]?.id).toBe(sessionId);
  });

  it('goes at once where the time is made shorter, but not while its session runs', async () => {
    await using site = await testSite();
    const { call, sessionId } = await siteWithVideo(site);
    site.clock.now = new Date(site.clock.now.getTime() + 3 * DAY_MS);
    await call('videos.setSetting', { isOn: true, keepDays: 2 });
    expect(files(site)).toHaveLength(1);
    await call('sessions.stop', { sessionId, durationMs: 7000 });
    await call('videos.setSetting', { isOn: false, keepDays: 2 });
    expect(files(site)).toEqual([]);
    await expect(call('videos.setSetting', { isOn: true, keepDays: 0 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('goes when somebody deletes it, and can be watched by nobody while its session is set aside', async () => {
    await using site = await testSite();
    const { call, sessionId } = await siteWithVideo(site);
    await call('sessions.stop', { sessionId, durationMs: 7000 });
    await call('sessions.setAside', { sessionId, reason: 'the wrong child' });
    expect(await call('videos.find', { sessionId })).toBeNull();
    await expect(call('videos.fragment', { sessionId, number: 0 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(call('videos.export', { sessionId })).rejects.toMatchObject({ code: 'conflict' });
    await call('videos.remove', { sessionId });
    expect(files(site)).toEqual([]);
    await expect(call('videos.remove', { sessionId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves no file where the program ended between the two deletions', async () => {
    await using site = await testSite();
    const { call } = await siteWithVideo(site);
    const stray = join(site.dataDir, 'videos', crypto.randomUUID());
    writeFileSync(stray, 'sealed, and named by nothing');
    await call('videos.setSetting', { isOn: true, keepDays: 30 });
    expect(files(site)).toHaveLength(1);
    expect(files(site)).not.toContain(stray);
  });
});
