import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handLabJobs } from '../../service/testing/hand-lab-jobs.ts';
import { callAs, setUp, testSite } from '../../service/testing/test-site.ts';
import { forkUnderNode } from '../processes/fork-under-node.ts';
import type { StartProgram } from '../processes/program-process.ts';
import { labJobLauncher } from './launch-lab-job.ts';

const COHORT = join(import.meta.dirname, '../../../resources/demo-cohort');
const RECURSIVE = { recursive: true } as const;

let root: string;
let dir: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'faceward-killed-'));
  dir = join(root, 'faces');
  for (const emotion of ['fear', 'neutral']) {
    mkdirSync(join(dir, 'child', emotion), { recursive: true });
    // Named, and nothing to open: broken files need no net.
    writeFileSync(join(dir, 'child', emotion, 'broken.jpg'), 'no image at all');
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Real processes, the first so many of which are killed as soon as they were started. */
function killing(count: number) {
  let started = 0;
  const start: StartProgram = <ToProgram, FromProgram>(entry: string) => {
    const program = forkUnderNode<ToProgram, FromProgram>(entry);
    started += 1;
    if (started <= count) program.kill();
    return program;
  };
  return { launch: labJobLauncher(start), started: () => started };
}

it('a folder whose process is killed, and the next one as well, is given up with the reason; a third kill alone does no harm', {
  timeout: 120_000,
}, async () => {
  const { launch, started } = killing(3);
  await using site = await testSite();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  const { id: datasetId } = await call('datasets.add', { dir });
  const indexing = async () => (await call('datasets.list', {}))[0]!.indexing;
  await expect
    .poll(indexing, { timeout: 30_000 })
    .toMatchObject({ state: 'failed', failure: { reason: 'lab.worker-ended', values: { code: 'SIGKILL' } } });
  expect(started()).toBe(2);
  await call('datasets.goOnIndexing', { datasetId });
  await expect.poll(indexing, { timeout: 80_000 }).toMatchObject({ state: 'done', broken: 2 });
  expect(started()).toBe(4);
});

it('a folder whose process is killed in the middle is gone on with: every image is there once, opened or said to be broken', {
  timeout: 120_000,
}, async () => {
  const many = join(root, 'many');
  const children = readdirSync(join(COHORT, 'child')).slice(0, 4);
  for (const child of children) cpSync(join(COHORT, 'child', child), join(many, 'child', 'fear', child), RECURSIVE);
  for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(many, 'child', 'fear', `${name}.jpg`), 'no image at all');
  const paths = readdirSync(many, { ...RECURSIVE, withFileTypes: true }).filter((entry) => entry.isFile());
  const running: { kill(): void }[] = [];
  const start: StartProgram = <ToProgram, FromProgram>(entry: string) => {
    const program = forkUnderNode<ToProgram, FromProgram>(entry);
    running.push(program);
    return program;
  };
  await using site = await testSite();
  const call = callAs(site.service({ launchLabJob: labJobLauncher(start) }));
  await setUp(call);
  await call('datasets.add', { dir: many });
  const indexing = async () => (await call('datasets.list', {}))[0]!.indexing!;
  const opened = async () => {
    const { images, waiting } = await indexing();
    return images - waiting;
  };
  await expect.poll(opened, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  expect(await opened()).toBeLessThan(paths.length);
  running[0]!.kill();

  await expect.poll(indexing, { timeout: 60_000 }).toMatchObject({ state: 'done', images: paths.length, broken: 4 });
  expect(running.length).toBeGreaterThan(1);
  const { faces, noFace, broken } = await indexing();
  expect(faces + noFace + broken).toBe(paths.length);
});

it('a study whose processes are killed says so, and does not begin for ever', { timeout: 120_000 }, async () => {
  const { launch, started } = killing(Number.POSITIVE_INFINITY);
  await using site = await testSite();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  const { id: datasetId } = await call('datasets.add', { dir });
  await expect
    .poll(async () => (await call('datasets.list', {}))[0]!.indexing, { timeout: 20_000 })
    .toMatchObject({ state: 'failed' });
  const before = started();
  const { id: studyId } = await call('studies.start', {
    name: 'Killed',
    datasetIds: [datasetId],
    learners: ['supcon'],
    regimes: ['children'],
    sizes: [1],
    repeats: 1,
    budgetSteps: 1,
    encoder: 'small',
  });
  await expect
    .poll(async () => (await call('studies.get', { studyId })).study, { timeout: 20_000 })
    .toMatchObject({ state: 'failed', failure: { reason: 'lab.worker-ended' } });
  expect(started() - before).toBe(2);
});

it('one that finishes without having named the images is not begun for ever', async () => {
  const { jobs, launch } = handLabJobs();
  await using site = await testSite();
  const call = callAs(site.service({ launchLabJob: launch }));
  await setUp(call);
  await call('datasets.add', { dir });
  for (const index of [0, 1]) {
    await expect.poll(() => jobs.length).toBe(index + 1);
    jobs[index]!.end({ kind: 'finished', output: null });
  }
  await expect
    .poll(async () => (await call('datasets.list', {}))[0]!.indexing)
    .toMatchObject({ state: 'failed', failure: { reason: 'lab.job-ended-short' } });
  expect(jobs).toHaveLength(2);
});
