import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDataset } from '../../../core/dataset/testing/temporary-dataset.node.ts';
import { handLabJobs } from '../../testing/hand-lab-jobs.ts';
import { handTrainer } from '../../testing/hand-trainer.ts';
import { callAs, setUp, testSite } from '../../testing/test-site.ts';

const STATEMENT = {
  group: 'child' as const,
  subject: { kind: 'name-start' as const },
  emotionsFromFolders: true,
  shows: 'photographs of the ward',
  realChildren: true,
  licence: null,
  consent: 'none' as const,
};
const RUN = { name: 'first', learner: 'supcon' as const, regime: 'children' as const, epochs: 1, seed: 1 };

it('takes what is said of a folder as a manifest, and trains on it only with consent', async () => {
  using folder = temporaryDataset({ 'fear/c1_1.jpg': 'x', 'fear/c2_1.jpg': 'x', 'c3_1.jpg': 'x' });
  const { dir } = folder;
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const { jobs, launch } = handLabJobs();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  expect(await call('datasets.look', { dir })).toMatchObject({ layout: 'folders', images: 3, open: { subject: true } });
  const added = await call('datasets.add', { dir, statement: STATEMENT });
  const counted = { images: 3, children: 2, imagesByEmotion: { fear: 2 }, problemCount: 0, subjectsKnown: true };
  expect(added).toMatchObject({ ...counted, statement: STATEMENT });
  expect(jobs).toMatchObject([{ input: { dir, statement: STATEMENT } }]);
  const start = () => call('runs.start', { ...RUN, datasetIds: [added.id] });
  await expect(start()).rejects.toMatchObject({ code: 'no-consent', reason: 'lab.dataset-no-consent' });

  await call('datasets.state', { datasetId: added.id, statement: { ...STATEMENT, consent: 'agreed' } });
  await expect.poll(() => jobs.length).toBe(2);
  expect(jobs[1]).toMatchObject({ input: { isListed: false, statement: { consent: 'agreed' } } });
  jobs[1]!.tell({ kind: 'named', images: [], last: true });
  jobs[1]!.end({ kind: 'finished', output: null });
  await expect.poll(async () => (await call('datasets.list', {}))[0]?.indexing?.state).toBe('done');
  await start();
  expect(trainer.jobs[0]).toMatchObject({ stated: [{ dir, statement: { consent: 'agreed' } }], exclude: [] });
  trainer.end({ kind: 'stopped' });
});

it('looks at a folder in a browser by its names and texts, leaves nothing of it, and keeps what is said when it has come', async () => {
  await using site = await testSite();
  const { jobs, launch } = handLabJobs();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  await call('children.add', { code: 'C1', birthMonth: '2019-05' });
  const texts = [{ path: 'manifest.csv', bytes: new TextEncoder().encode('path,emotion\nc1_1.jpg,fear\n') }];
  const look = { name: 'ward', paths: ['manifest.csv', 'c1_1.jpg'], texts };
  expect(await call('datasets.look', look)).toEqual({
    layout: 'manifest',
    paths: ['c1_1.jpg'],
    images: 1,
    description: null,
    open: { group: true, subject: true, emotion: false, description: true },
  });
  expect(readdirSync(join(site.dataDir, 'pictures'))).toEqual([]);
  const { datasetId } = await call('datasets.beginUpload', { name: 'ward', files: 1, bytes: 1 });
  await call('datasets.upload', { datasetId, path: 'c1_1.jpg', fileBytes: 1, offset: 0, piece: new Uint8Array(1) });
  const statement = { ...STATEMENT, consent: 'per-child' as const };
  expect(await call('datasets.endUpload', { datasetId, statement })).toMatchObject({ statement });
  await expect.poll(() => jobs.length).toBe(1);
  expect(jobs[0]).toMatchObject({ input: { statement } });
  const named = { path: 'c1_1.jpg', subject: 'c9', group: 'child', ageYears: null, emotion: 'fear', votes: null };
  const nobody = { ...named, path: '_.jpg', subject: null, group: null, emotion: null };
  jobs[0]!.tell({
    kind: 'named',
    images: [named, nobody].map((image) => ({ ...image, split: null, fault: null })),
    last: true,
  });
  await expect
    .poll(async () => (await call('datasets.list', {}))[0]?.withoutConsent)
    .toEqual({ children: 1, images: 1 });
  // No run uses the picture of nobody, so that everybody who is used is known.
  expect(await call('datasets.list', {})).toMatchObject([{ subjectsKnown: true }]);
  await expect(
    call('datasets.state', { datasetId, statement: { ...statement, subject: { kind: 'nobody' } } }),
  ).rejects.toMatchObject({ code: 'invalid-input' });
});
