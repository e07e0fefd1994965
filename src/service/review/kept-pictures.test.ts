import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadFaces } from '../../core/dataset/faces/load-faces.node.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import { handTrainer } from '../testing/hand-trainer.ts';
import { type Call, callAs, setUp, testSite } from '../testing/test-site.ts';

const SCOPES = ['monitor', 'keep-crops', 'train'] as const;
const RUN = { name: 'From the ward', learner: 'cross-entropy', regime: 'children', epochs: 1, seed: 1 } as const;

beforeAll(() => startWasm());

/** A child with a session that has ended and one kept picture a second for four seconds, each of one grey level. */
async function keptSession(call: Call, code: string, { scopes = SCOPES as readonly (typeof SCOPES)[number][] } = {}) {
  const { id: childId } = await call('children.add', { code, birthMonth: '2019-05' });
  const given = { givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  const { id: consentId } = await call('consents.grant', { childId, scopes: [...scopes], ...given });
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  const crops = [1, 3, 5, 7].map((second) => ({ atMs: 1000 * second, grey: new Uint8Array(3600).fill(second) }));
  await call('sessions.append', { sessionId, batch: 0, samples: [], gaps: [], crops, atMs: 8000 });
  await call('sessions.stop', { sessionId, durationMs: 8000 });
  return { childId, consentId, sessionId };
}

const say = (call: Call, sessionId: string, label: 'fear' | 'anger' | 'crying', fromMs: number, toMs: number) =>
  call('annotations.add', { sessionId, id: crypto.randomUUID(), label, note: '', fromMs, toMs });

test('pictures that people named become a dataset, reach the trainer as they are, and are gone when it has ended', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await setUp(call);
  await expect(call('review.makeDataset', { name: 'Named' })).rejects.toMatchObject({ code: 'conflict' });
  const first = await keptSession(call, 'CH-1');
  await say(call, first.sessionId, 'fear', 500, 4000);
  await say(call, first.sessionId, 'crying', 4500, 6000);
  const second = await keptSession(call, 'CH-2');
  await say(call, second.sessionId, 'anger', 6500, 8000);
  const unasked = await keptSession(call, 'CH-3', { scopes: ['monitor', 'keep-crops'] });
  await say(call, unasked.sessionId, 'fear', 0, 2000);

  const made = await call('review.makeDataset', { name: 'Named, March' });
  expect(made).toMatchObject({ images: 3, leftOut: { noConsent: 1, noEmotion: 1, disputed: 0 } });
  expect(await call('datasets.list', {})).toMatchObject([
    {
      id: made.datasetId,
      name: 'Named, March',
      dir: null,
      images: 3,
      children: 2,
      imagesByEmotion: { fear: 2, anger: 1 },
    },
  ]);

  await call('runs.start', { ...RUN, datasetIds: [made.datasetId] });
  const [dir] = trainer.jobs[0]!.datasetDirs;
  expect(statSync(dir!).mode & 0o077).toBe(0);
  const dataset = await readDataset([dir!], { labelColumn: 'emotion' });
  expect(dataset).toMatchObject({ name: 'named-march', problems: [], subjectsKnown: true });
  expect(dataset.folders[0]?.description).toMatchObject({ realChildren: true });
  const { faces } = await loadFaces(dataset.records);
  expect([...faces.subject]).toEqual(['CH-1', 'CH-1', 'CH-2']);
  expect([...faces.ageYears]).toEqual([6, 6, 6]);
  expect([0, 1, 2].map((row) => faces.crops[row * 3600 + 1799])).toEqual([1, 3, 7]);

  trainer.end({ kind: 'stopped' });
  await expect.poll(() => existsSync(dir!)).toBe(false);
  expect(readdirSync(join(site.dataDir, 'pictures'))).toEqual([]);
});

test('a picture that two people call by different names is left out', async () => {
  await using site = await testSite();
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const { sessionId } = await keptSession(call, 'CH-1');
  await say(call, sessionId, 'fear', 500, 6000);
  await call('users.add', { name: 'Bo', role: 'ward', password: 'a long password' });
  const bo = callAs(service);
  await bo('site.signIn', { userName: 'Bo', password: 'a long password' });
  await say(bo, sessionId, 'anger', 4000, 8000);
  expect(await call('review.makeDataset', { name: 'Named' })).toMatchObject({
    images: 3,
    leftOut: { noConsent: 0, noEmotion: 0, disputed: 1 },
  });
});

test('a picture is in no dataset any more once its consent has ended, for training or for keeping it', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await setUp(call);
  const first = await keptSession(call, 'CH-1');
  await say(call, first.sessionId, 'fear', 500, 4000);
  const second = await keptSession(call, 'CH-2');
  await say(call, second.sessionId, 'anger', 6500, 8000);
  const { datasetId } = await call('review.makeDataset', { name: 'Named' });
  // Its pictures may be kept for longer than they may be trained on.
  const longer = { givenBy: 'mother', childAssented: true, untilDate: '2027-12-31' };
  await call('consents.grant', { childId: second.childId, scopes: ['keep-crops'], ...longer });

  await call('consents.withdraw', { consentId: first.consentId });
  expect(await call('datasets.list', {})).toMatchObject([{ images: 1, children: 1 }]);
  site.clock.now = new Date('2027-01-02T09:00:00Z');
  expect(await call('datasets.list', {})).toMatchObject([{ images: 0, children: 0 }]);
  await expect(call('runs.start', { ...RUN, datasetIds: [datasetId] })).rejects.toMatchObject({ code: 'no-consent' });
  expect(existsSync(join(site.dataDir, 'pictures', 'anything'))).toBe(false);
  expect(trainer.jobs).toEqual([]);
  await expect(call('review.makeDataset', { name: 'Again' })).rejects.toMatchObject({ code: 'no-consent' });
});

test('what a killed program left of pictures is removed when the site is opened', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const { sessionId } = await keptSession(call, 'CH-1');
  await say(call, sessionId, 'fear', 500, 4000);
  const { datasetId } = await call('review.makeDataset', { name: 'Named' });
  await call('runs.start', { ...RUN, datasetIds: [datasetId] });
  const [dir] = trainer.jobs[0]!.datasetDirs;
  await service.close();
  mkdirSync(dir!, { recursive: true });
  const again = callAs(site.service());
  await again('site.signIn', { userName: 'Ada', password: 'correct horse battery' });
  expect(existsSync(dir!)).toBe(false);
});
