import { expect, it } from 'vitest';
import { CONSENT_SCOPES, type ConsentScope } from '../../../core/store/people/consent-scope.ts';
import { handTrainer } from '../../testing/hand-trainer.ts';
import { type Call, callAs, sample, setUp, testSite } from '../../testing/test-site.ts';

const grant = (call: Call, childId: string, scopes: readonly ConsentScope[]) =>
  call('consents.grant', {
    childId,
    scopes: [...scopes],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  });

/** A child with a session of pictures that somebody has named, a resting face, and a training on the pictures. */
async function trainedOn() {
  const trainer = handTrainer();
  const site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await setUp(call);
  const { id: childId } = await call('children.add', { code: 'CH-1', birthMonth: '2019-05' });
  const { id: consentId } = await grant(call, childId, CONSENT_SCOPES);
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const samples = Array.from({ length: 60 }, (_, index) => sample(250 * (index + 1), 'neutral'));
  const crops = [1000, 3000].map((atMs) => ({ atMs, grey: new Uint8Array(3600).fill(9) }));
  await call('sessions.append', { sessionId, batch: 0, samples, gaps: [], crops, atMs: 15_000 });
  await call('baselines.record', { id: crypto.randomUUID(), sessionId, fromMs: 0, toMs: 15_000, note: '' });
  await call('sessions.stop', { sessionId, durationMs: 15_000 });
  const said = { label: 'fear', note: '', fromMs: 0, toMs: 4000 } as const;
  await call('annotations.add', { sessionId, id: crypto.randomUUID(), ...said });
  const { datasetId } = await call('review.makeDataset', { name: 'Named' });
  const settings = { name: 'Night', learner: 'cross-entropy', regime: 'children', epochs: 1, seed: 1 } as const;
  const run = await call('runs.start', { ...settings, datasetIds: [datasetId] });
  await call('sessions.start', { childId, source: 'webcam' });
  return { site, call, childId, consentId, sessionId, run };
}

it('is told before it is done: what stops, what is deleted, what stays', async () => {
  const { site, call, childId, consentId, sessionId, run } = await trainedOn();
  await using _ = site;
  const ahead = await call('consents.ahead', { consentId });
  expect(ahead).toEqual({
    ends: [...CONSENT_SCOPES],
    goesOn: [],
    stops: { sessions: 1, readers: 1 },
    deletes: { pictures: 2, videos: 0, baselines: 1 },
    keepsSessions: 2,
    models: [],
  });
  expect(
    (await call('sessions.list', {})).filter(({ state }) => state === 'running'),
    'nothing is done yet',
  ).toHaveLength(1);

  await call('consents.withdraw', { consentId });
  const sessions = await call('sessions.list', {});
  expect(sessions.map(({ state }) => state)).toEqual(['stopped', 'stopped']);
  expect(sessions).toHaveLength(ahead.keepsSessions);
  expect(await call('sessions.crop', { sessionId, atMs: 1000 })).toBeNull();
  expect(await call('baselines.list', { childId })).toEqual([]);
  await expect.poll(async () => (await call('runs.get', { runId: run.id })).run.state, { interval: 10 }).toBe('failed');
});

it('stops and deletes nothing that another consent covers', async () => {
  const { site, call, childId, consentId } = await trainedOn();
  await using _ = site;
  await grant(call, childId, ['monitor', 'keep-crops']);
  expect(await call('consents.ahead', { consentId })).toMatchObject({
    ends: ['keep-video', 'train', 'share-weights', 'keep-baseline'],
    goesOn: ['monitor', 'keep-crops'],
    stops: { sessions: 0, readers: 1 },
    deletes: { pictures: 0, baselines: 1 },
  });
  await expect(call('consents.ahead', { consentId: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' });
});
