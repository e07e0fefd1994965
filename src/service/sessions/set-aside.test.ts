import { describe, expect, it } from 'vitest';
import { failure } from '../../core/words/failure.ts';
import { type Call, callAs, sample, setUp, testSite } from '../testing/test-site.ts';

const REASON = 'the wrong child was chosen in the list';
const SECONDS = 30;

/** A session that has ended, with a picture that somebody named, a baseline in use and a doubtful moment. */
async function wholeSession(call: Call, childId: string) {
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const samples = Array.from({ length: 4 * SECONDS }, (_, index) => sample(250 * (index + 1), 'neutral'));
  const crops = [1000, 20_000].map((atMs) => ({ atMs, grey: new Uint8Array(3600).fill(9) }));
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], crops, atMs: 1000 * SECONDS });
  await call('sessions.stop', { sessionId, durationMs: 1000 * SECONDS });
  const said = { label: 'fear', note: '', fromMs: 0, toMs: 2000 } as const;
  await call('annotations.add', { sessionId, id: crypto.randomUUID(), ...said });
  const baselineId = crypto.randomUUID();
  await call('baselines.record', { id: baselineId, sessionId, fromMs: 3000, toMs: 1000 * SECONDS, note: '' });
  await call('baselines.activate', { childId, baselineId });
  return { sessionId, baselineId };
}

async function siteWithSession() {
  const site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const { id: childId } = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  await call('consents.grant', {
    childId,
    scopes: ['monitor', 'keep-crops', 'train', 'keep-baseline'],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  });
  return { site, service, call, childId, ...(await wholeSession(call, childId)) };
}

/** Where a session counts, each as a figure. */
async function counted(call: Call, childId: string) {
  const { moments: queue } = await call('review.queue', { childId, limit: 10 });
  const pictures = call('review.makeDataset', { name: crypto.randomUUID() });
  return {
    listed: (await call('sessions.list', {})).length,
    compared: (await call('sessions.compare', { childId })).length,
    doubtful: queue.length,
    pictures: await pictures.then(
      ({ images }) => images,
      () => 0,
    ),
    activeBaselines: (await call('baselines.list', { childId })).filter(({ isActive }) => isActive).length,
  };
}

describe('a session that is not of the child under which it stands', () => {
  it('stays in the list with its mark, counts nowhere else, and can be taken back', async () => {
    const { site, call, childId, sessionId, baselineId } = await siteWithSession();
    await using _ = site;
    const { datasetId } = await call('review.makeDataset', { name: 'Before' });
    const before = await counted(call, childId);
    expect(before).toMatchObject({ listed: 1, compared: 1, pictures: 1, activeBaselines: 1 });
    expect(before.doubtful).toBeGreaterThan(0);

    const marked = await call('sessions.setAside', { sessionId, reason: REASON });
    expect(marked.setAside).toEqual({ reason: REASON, by: 'Ada', atIso: site.clock.now.toISOString() });
    expect(await call('sessions.list', {})).toMatchObject([{ id: sessionId, setAside: { reason: REASON } }]);
    expect(await counted(call, childId)).toEqual({
      listed: 1,
      compared: 0,
      doubtful: 0,
      pictures: 0,
      activeBaselines: 0,
    });
    const kept = (await call('datasets.list', {})).find(({ id }) => id === datasetId);
    expect(kept?.images).toBe(0);
    const refused = { code: 'conflict', ...failure('sessions.set-aside') };
    await expect(call('sessions.report', { sessionId, format: 'csv' })).rejects.toMatchObject(refused);
    await expect(call('exports.start', { sessionIds: [sessionId], formats: ['csv'] })).rejects.toMatchObject(refused);
    await expect(call('baselines.activate', { childId, baselineId })).rejects.toMatchObject(refused);
    await expect(call('sessions.setAside', { sessionId, reason: 'again' })).rejects.toMatchObject(refused);

    expect((await call('sessions.takeBack', { sessionId })).setAside).toBeNull();
    expect(await counted(call, childId)).toEqual({ ...before, activeBaselines: 0 });
    expect((await call('sessions.report', { sessionId, format: 'csv' })).bytes.length).toBeGreaterThan(100);
    const { entries } = await call('audit.list', { beforeSequence: null, limit: 100 });
    const marks = entries.filter(({ action }) => /setAside|takeBack/.test(action));
    expect(marks.map(({ action, subject }) => [action, subject])).toEqual([
      ['sessions.takeBack', sessionId],
      ['sessions.setAside', sessionId],
    ]);
  });

  it('is not marked while it runs, without a reason, or by ward staff', async () => {
    const { site, service, call, childId, sessionId } = await siteWithSession();
    await using _ = site;
    const running = await call('sessions.start', { childId, source: 'webcam' });
    await expect(call('sessions.setAside', { sessionId: running.id, reason: REASON })).rejects.toMatchObject(
      failure('sessions.still-running'),
    );
    await expect(call('sessions.setAside', { sessionId, reason: '  ' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(call('sessions.takeBack', { sessionId })).rejects.toMatchObject(failure('sessions.not-set-aside'));
    await call('users.add', { name: 'Bo', role: 'ward', password: 'a long password' });
    const bo = callAs(service);
    await bo('site.signIn', { userName: 'Bo', password: 'a long password' });
    await expect(bo('sessions.setAside', { sessionId, reason: REASON })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('the demo clip is no source of a session but in the demo', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const { id: childId } = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  const given = { givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  await call('consents.grant', { childId, scopes: ['monitor'], ...given });
  await expect(call('sessions.start', { childId, source: 'demo-clip' })).rejects.toMatchObject({
    code: 'invalid-input',
    ...failure('sessions.clip-outside-demo'),
  });
  expect(await call('sessions.list', {})).toEqual([]);
});
