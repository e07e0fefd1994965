import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readImages } from '../../core/dataset/read-images.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { IndexTold } from '../../jobs/index/index-images.node.ts';
import { forkInElectron } from '../processes/fork-in-electron.ts';
import { forkUnderNode } from '../processes/fork-under-node.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { labJobLauncher } from './launch-lab-job.ts';

const electron = await vi.hoisted(async () => (await import('../testing/fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron.module);

const SHIPPED = 'base';
let root: string;
let dir: string;

/** Four images of the demo cohort in folders of emotions, and two files that are none. */
beforeAll(async () => {
  await electron.module.app.whenReady();
  root = mkdtempSync(join(tmpdir(), 'faceward-indexing-'));
  dir = join(root, 'faces');
  const cohort = join(projectFolders().resources, 'demo-cohort');
  const { images } = await readImages([cohort]);
  for (const [index, { path }] of images.slice(0, 4).entries()) {
    const to = join(dir, 'child', index % 2 === 0 ? 'fear' : 'unsorted', `${index}.jpg`);
    mkdirSync(join(to, '..'), { recursive: true });
    cpSync(join(cohort, path), to);
  }
  writeFileSync(join(dir, 'child/fear/broken.jpg'), 'no image at all');
  writeFileSync(join(dir, 'child/fear/empty.jpg'), '');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const job = { dataDir: null, isListed: false, donePaths: [], model: null };

it('names the images in a process of its own, opens those that are left, and passes over bad files', {
  timeout: 180_000,
}, async () => {
  const model = { dir: join(projectFolders().models, SHIPPED), digest: null };
  const indexing = labJobLauncher(forkUnderNode)('index', { ...job, dir, donePaths: ['child/unsorted/1.jpg'], model });
  const told: IndexTold[] = [];
  for await (const each of indexing.told) told.push(each);
  expect(await indexing.done).toEqual({ kind: 'finished', output: null });
  const named = told.flatMap((each) => (each.kind === 'named' ? each.images : []));
  const opened = told.flatMap((each) => (each.kind === 'opened' ? each.images : []));
  expect(named.map(({ path, emotion }) => [path, emotion])).toEqual([
    ['child/fear/0.jpg', 'fear'],
    ['child/fear/2.jpg', 'fear'],
    ['child/fear/broken.jpg', 'fear'],
    ['child/fear/empty.jpg', 'fear'],
    ['child/unsorted/1.jpg', null],
    ['child/unsorted/3.jpg', null],
  ]);
  expect(opened.map(({ path, kind }) => [path, kind])).toEqual([
    ['child/fear/0.jpg', 'face'],
    ['child/fear/2.jpg', 'face'],
    ['child/fear/broken.jpg', 'broken'],
    ['child/fear/empty.jpg', 'broken'],
    ['child/unsorted/3.jpg', 'face'],
  ]);
  const [face] = opened;
  if (face?.kind !== 'face') throw new Error('the first image shows a face');
  expect(face.crop).toHaveLength(3600);
  expect(face.facePx).toBeGreaterThan(30);
  for (const share of [face.sharpness, face.brightness]) expect(share).toBeGreaterThan(0);
  expect(face.probabilities?.reduce((sum, each) => sum + each)).toBeCloseTo(1, 5);
});

it.each([
  ['child process', forkUnderNode],
  ['utility process', forkInElectron],
])('a job in a %s fails with its reason, and its stack for the log only', { timeout: 60_000 }, async (_, start) => {
  const missing = join(root, 'missing');
  const indexing = labJobLauncher(start)('index', { ...job, dir: missing });
  for await (const _told of indexing.told);
  const failed = { kind: 'failed', failure: failure('dataset.no-folder', { dir: missing }) };
  expect(await indexing.done).toEqual({ ...failed, details: expect.stringContaining(missing) });
});
