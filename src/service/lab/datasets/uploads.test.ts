import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { UPLOAD_LIMITS } from '../../../contract/datasets.ts';
import { readOpenedSync } from '../../../core/dataset/laid-out/laid-out.node.ts';
import type { IndexJob, NamedImage } from '../../../jobs/index/index-images.node.ts';
import { handLabJobs } from '../../testing/hand-lab-jobs.ts';
import { handTrainer } from '../../testing/hand-trainer.ts';
import { type Call, callAs, setUp, testSite } from '../../testing/test-site.ts';

const CONTENT = Buffer.from('the pixels of a child');

async function send(call: Call, datasetId: string, path: string, content = CONTENT, offset = 0) {
  const piece = new Uint8Array(content.subarray(offset));
  return await call('datasets.upload', { datasetId, path, fileBytes: content.length, offset, piece });
}

/** Every file below a folder. */
function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const named = (path: string, subject: string): NamedImage => ({
  path,
  subject,
  group: 'child',
  ageYears: 6,
  emotion: 'fear',
  votes: null,
  split: null,
  fault: null,
});

it('keeps what a browser sends sealed, goes on after a break, and lays it out only while it is read', async () => {
  await using site = await testSite();
  const { jobs, launch } = handLabJobs();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  const begin = () => call('datasets.beginUpload', { name: '../ward', files: 2, bytes: 2 * CONTENT.length });
  const { datasetId } = await begin();
  await send(call, datasetId, 'child/fear/a.jpg');
  await call('datasets.upload', {
    datasetId,
    path: 'child/fear/b.jpg',
    fileBytes: CONTENT.length,
    offset: 0,
    piece: new Uint8Array(CONTENT.subarray(0, 4)),
  });
  await expect(call('datasets.endUpload', { datasetId })).rejects.toMatchObject({ reason: 'lab.upload-unfinished' });
  expect((await call('datasets.list', {}))[0]).toMatchObject({
    isSealed: true,
    dir: null,
    indexing: { state: 'uploading' },
  });
  expect(jobs).toHaveLength(0);

  const again = await begin();
  expect(again).toEqual({
    datasetId,
    files: [
      { path: 'child/fear/a.jpg', bytes: CONTENT.length, received: CONTENT.length },
      { path: 'child/fear/b.jpg', bytes: CONTENT.length, received: 4 },
    ],
  });
  await expect(send(call, datasetId, 'child/fear/b.jpg')).rejects.toMatchObject({ reason: 'lab.upload-out-of-order' });
  // The program was killed, or its disk was full, between the piece and the note that it has come.
  const partial = filesBelow(join(site.dataDir, 'datasets')).toSorted(
    (a, b) => statSync(a).size - statSync(b).size,
  )[0]!;
  appendFileSync(partial, 'a piece that nobody noted');
  expect(await send(call, datasetId, 'child/fear/b.jpg', CONTENT, 4)).toEqual({ received: CONTENT.length });
  const sealed = filesBelow(join(site.dataDir, 'datasets'));
  expect(sealed).toHaveLength(2);
  for (const file of sealed) {
    expect(file).not.toContain('fear');
    expect(readFileSync(file).includes('child')).toBe(false);
  }

  // Another folder of that name is not mixed with it.
  const another = await call('datasets.beginUpload', { name: '../ward', files: 1, bytes: 1, anew: true });
  expect(another).toMatchObject({ datasetId: expect.not.stringMatching(datasetId), files: [] });
  await call('datasets.remove', { datasetId: another.datasetId });

  await call('datasets.endUpload', { datasetId });
  await expect.poll(() => jobs.length).toBe(1);
  const { dir } = jobs[0]!.input as IndexJob;
  expect(dir.startsWith(join(site.dataDir, 'pictures'))).toBe(true);
  expect(filesBelow(dir).map((file) => readOpenedSync(file).equals(CONTENT))).toEqual([true, true]);
  const images = ['child/fear/a.jpg', 'child/fear/b.jpg'].map((path) => named(path, 'c1'));
  jobs[0]!.tell({ kind: 'named', images, last: true });
  jobs[0]!.end({ kind: 'finished', output: null });
  await expect.poll(() => filesBelow(join(site.dataDir, 'pictures'))).toEqual([]);
  await call('datasets.remove', { datasetId });
  expect(filesBelow(join(site.dataDir, 'datasets'))).toEqual([]);
});

it('shows the original of what lies sealed, without a file of it being anywhere, and says so when that is damaged', async () => {
  await using site = await testSite();
  const { jobs, launch } = handLabJobs();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#804020' } })
    .png()
    .toBuffer();
  const { datasetId } = await call('datasets.beginUpload', { name: 'ward', files: 1, bytes: picture.length });
  await send(call, datasetId, 'Day/A.png', picture);
  await call('datasets.endUpload', { datasetId });
  await expect.poll(() => jobs.length).toBe(1);
  // The manifest writes the name otherwise.
  jobs[0]!.tell({ kind: 'named', images: [named('day/a.png', 'c1')], last: true });
  jobs[0]!.end({ kind: 'finished', output: null });
  await expect.poll(() => filesBelow(join(site.dataDir, 'pictures'))).toEqual([]);
  const [imageKey] = (await call('wall.images', { filter: { datasetId } })).keys;
  const original = await call('wall.original', { imageKey: imageKey! });
  expect(original).toMatchObject({ widthPx: 80, heightPx: 60, mediaType: 'image/webp' });
  expect(filesBelow(join(site.dataDir, 'pictures'))).toEqual([]);
  const [file] = filesBelow(join(site.dataDir, 'datasets'));
  writeFileSync(file!, readFileSync(file!).subarray(0, -1));
  await expect(call('wall.original', { imageKey: imageKey! })).rejects.toMatchObject({
    reason: 'lab.original-damaged',
  });
});

it('refuses too much at once, and paths that lead out', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const tooMany = { name: 'faces', files: UPLOAD_LIMITS.files + 1, bytes: 1 };
  await expect(call('datasets.beginUpload', tooMany)).rejects.toMatchObject({ reason: 'lab.upload-too-large' });
  const { datasetId } = await call('datasets.beginUpload', { name: 'faces', files: 1, bytes: 1 });
  for (const path of ['../a.jpg', '/a.jpg', 'a//b.jpg', 'a\\b.jpg', './a.jpg', '']) {
    await expect(send(call, datasetId, path)).rejects.toMatchObject({ code: 'invalid-input' });
  }
  await expect(send(call, 'another', 'a.jpg')).rejects.toMatchObject({ reason: 'lab.upload-not-there' });
});

it('trains on faces of sealed images, and on no enrolled child without consent', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const { jobs, launch } = handLabJobs();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  for (const code of ['CH-1', 'CH-2']) await call('children.add', { code, birthMonth: '2019-05' });
  const children = await call('children.list', {});
  const agreed = {
    scopes: ['monitor', 'train'] as const,
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  };
  await call('consents.grant', { ...agreed, scopes: [...agreed.scopes], childId: children[0]!.id });
  const { datasetId } = await call('datasets.beginUpload', { name: 'ward', files: 1, bytes: CONTENT.length });
  await send(call, datasetId, 'a.jpg');
  await call('datasets.endUpload', { datasetId });
  await expect.poll(() => jobs.length).toBe(1);
  const images = [named('a.jpg', 'CH-1'), named('b.jpg', 'ch-2'), named('c.jpg', 'somebody else')];
  jobs[0]!.tell({ kind: 'named', images, last: true });
  const opened = images.map(({ path }) => ({
    kind: 'face',
    path,
    crop: new Uint8Array(3600).fill(7),
    facePx: 90,
    sharpness: 0.5,
    brightness: 0.5,
    probabilities: null,
  }));
  jobs[0]!.tell({ kind: 'opened', images: opened, modelDigest: null });
  jobs[0]!.end({ kind: 'finished', output: null });
  await expect
    .poll(async () => (await call('datasets.list', {}))[0])
    .toMatchObject({
      // What a run takes.
      images: 2,
      children: 2,
      imagesByEmotion: { fear: 2 },
      withoutConsent: { children: 1, images: 1 },
      indexing: { state: 'done', faces: 3 },
    });
  await call('runs.start', {
    name: 'first',
    datasetIds: [datasetId],
    learner: 'supcon',
    regime: 'children',
    epochs: 1,
    seed: 1,
  });
  const [dir = ''] = trainer.jobs[0]!.datasetDirs;
  const table = readOpenedSync(join(dir, 'kept-pictures.csv')).toString('utf8');
  expect(table).toContain('CH-1,6,fear,child,,a.jpg');
  expect(table).toContain('somebody else');
  expect(table).not.toContain('ch-2');
  expect(readOpenedSync(join(dir, 'kept-pictures.bin'))).toHaveLength(2 * 3600);
  const onDisk = ['kept-pictures.csv', 'kept-pictures.bin'].map((name) => readFileSync(join(dir, name)));
  for (const bytes of onDisk) for (const told of ['CH-1', '\x07\x07\x07\x07']) expect(bytes.includes(told)).toBe(false);
  trainer.end({ kind: 'stopped' });
});
