import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failure } from '../../../core/words/failure.ts';
import type { NamedImage, OpenedImage } from '../../../jobs/index/index-images.node.ts';
import type { ReadFacesJob } from '../../../jobs/index/read-faces.node.ts';
import { handLabJobs } from '../../testing/hand-lab-jobs.ts';
import { ADMINISTRATOR, callAs, setUp, startSession, type TestSite, testSite } from '../../testing/test-site.ts';

let root: string;
let dir: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'faceward-datasets-'));
  dir = join(root, 'faces');
  mkdirSync(join(dir, 'child/fear'), { recursive: true });
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) writeFileSync(join(dir, 'child/fear', name), 'not opened here');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const named = (path: string): NamedImage => ({
  path,
  subject: null,
  group: 'child',
  ageYears: null,
  emotion: 'fear',
  votes: null,
  split: null,
  fault: null,
});
const PATHS = ['child/fear/a.jpg', 'child/fear/b.jpg', 'child/fear/c.jpg'];
const NAMED = { kind: 'named', images: PATHS.map(named), last: true };
const opened = (path: string): OpenedImage => ({
  kind: 'face',
  path,
  crop: new Uint8Array(3600),
  facePx: 90,
  sharpness: 0.5,
  brightness: 0.5,
  probabilities: Float32Array.of(0, 0, 1, 0, 0, 0, 0),
});
const told = (...paths: string[]) => ({ kind: 'opened', images: paths.map(opened), modelDigest: 'digest' });

async function open(site: TestSite) {
  const { jobs, launch } = handLabJobs();
  const service = site.service({ launchLabJob: launch });
  const call = callAs(service);
  const indexing = async () => (await call('datasets.list', {}))[0]?.indexing;
  /** Waits until the service has heard what was told. */
  const becomes = (wanted: object) => expect.poll(indexing).toMatchObject(wanted);
  return { service, call, jobs, becomes };
}

it('opens what is left after the program ended, at the next sign-in', async () => {
  await using site = await testSite();
  const first = await open(site);
  await setUp(first.call);
  const added = await first.call('datasets.add', { dir });
  expect(added.indexing).toMatchObject({ state: 'listing', images: 0, secondsLeft: null });
  expect(first.jobs).toMatchObject([
    { name: 'index', input: { isListed: false, donePaths: [], model: { digest: expect.anything() } } },
  ]);
  first.jobs[0]!.tell(NAMED);
  site.clock.now = new Date(site.clock.now.getTime() + 4_000);
  first.jobs[0]!.tell(told(PATHS[0]!));
  await first.becomes({ state: 'opening', images: 3, waiting: 2, faces: 1, secondsLeft: 8 });
  await first.service.close();

  const second = await open(site);
  await second.call('site.signIn', ADMINISTRATOR);
  expect(second.jobs).toMatchObject([{ input: { isListed: true, donePaths: [PATHS[0]] } }]);
  second.jobs[0]!.tell(told(PATHS[1]!));
  second.jobs[0]!.end({ kind: 'finished', output: null });
  await second.becomes({ state: 'done', faces: 2, broken: 1, waiting: 0 });
  // They were read by another model than the one in use.
  await expect.poll(() => second.jobs[1]).toMatchObject({ name: 'read-faces', input: { keys: { length: 2 } } });
  const { keys } = second.jobs[1]!.input as ReadFacesJob;
  const probabilities = Float32Array.of(0, 0.1, 0.9, 0, 0, 0, 0);
  second.jobs[1]!.tell({ keys: keys.slice(0, 1), probabilities });
  const said = async () => [...(await second.call('wall.images', { filter: { state: 'face' } })).said];
  await expect.poll(said, { timeout: 20_000 }).toEqual([2, -1]);
  expect((await second.call('wall.images', { filter: {} })).model).toMatchObject({ faces: 2, read: 1 });
  // A folder that is added goes first.
  await second.call('datasets.add', { dir });
  await expect
    .poll(() => second.jobs[2], { timeout: 20_000 })
    .toMatchObject({ name: 'index', input: { isListed: false, donePaths: [] } });
});

it('does not begin for ever to read faces anew with a process that ends by itself', async () => {
  await using site = await testSite();
  const { service, call, jobs } = await open(site);
  await setUp(call);
  const bo = service.connect();
  await service.call(bo, 'site.signIn', ADMINISTRATOR);
  await call('datasets.add', { dir });
  jobs[0]!.tell(NAMED);
  jobs[0]!.tell(told(...PATHS));
  jobs[0]!.end({ kind: 'finished', output: null });
  await expect.poll(() => jobs[1]?.name, { timeout: 20_000 }).toBe('read-faces');
  const settled = new Promise((resolve) => service.listen(bo, 'datasets.changed', resolve));
  jobs[1]!.end({ kind: 'stopped' });
  await settled;
  expect(jobs).toHaveLength(2);
});

it('stops and goes on as somebody says, and gives the machine to a session', async () => {
  await using site = await testSite();
  const { call, jobs, becomes } = await open(site);
  await setUp(call);
  const { id: datasetId } = await call('datasets.add', { dir });
  jobs[0]!.tell(NAMED);
  await becomes({ state: 'opening' });
  await call('datasets.stopIndexing', { datasetId });
  await becomes({ state: 'stopped', waiting: 3 });
  expect(jobs).toHaveLength(1);
  await call('datasets.goOnIndexing', { datasetId });
  expect(jobs).toHaveLength(2);
  const { session } = await startSession(call);
  await becomes({ state: 'busy' });
  expect(jobs).toHaveLength(2);
  await call('sessions.stop', { sessionId: session.id, durationMs: 1000 });
  await becomes({ state: 'opening' });
  expect(jobs).toHaveLength(3);
  jobs[2]!.end({ kind: 'failed', failure: failure('dataset.no-folder', { dir }), details: 'gone' });
  await becomes({ state: 'failed', failure: { reason: 'dataset.no-folder' } });
  await call('datasets.goOnIndexing', { datasetId });
  jobs[3]!.end({ kind: 'failed', failure: null, details: 'it broke' });
  await becomes({ failure: { reason: 'lab.indexing-failed' } });
  await call('datasets.goOnIndexing', { datasetId });
  await call('datasets.remove', { datasetId });
  expect(await call('datasets.list', {})).toEqual([]);
  await expect(call('datasets.goOnIndexing', { datasetId })).rejects.toMatchObject({ code: 'not-found' });
});

it('begins in a demo when somebody looks at its datasets', async () => {
  await using site = await testSite();
  const { call, jobs, service } = await open(site);
  await call('site.openDemo', {});
  expect(jobs).toHaveLength(0);
  await call('datasets.list', {});
  expect(jobs).toHaveLength(1);
  await call('site.signOut', {});
  await service.close();
});
