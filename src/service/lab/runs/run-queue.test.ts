import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failure } from '../../../core/words/failure.ts';
import { handLabJobs } from '../../testing/hand-lab-jobs.ts';
import { handTrainer } from '../../testing/hand-trainer.ts';
import {
  ADMINISTRATOR,
  type Call,
  callAs,
  RESOURCES_DIR,
  setUp,
  startSession,
  testSite,
} from '../../testing/test-site.ts';

async function startRun(call: Call, name: string) {
  const { id } = await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
  const scheme = { learner: 'supcon', regime: 'adults-as-augmentations', epochs: 2, seed: 7 } as const;
  return await call('runs.start', { ...scheme, name, datasetIds: [id] });
}

const standing = async (call: Call) => (await call('runs.list', {})).map(({ name, state }) => `${name}: ${state}`);

it('lets runs wait for their turn, in an order that can be changed', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await setUp(call);
  await startRun(call, 'First');
  const second = await startRun(call, 'Second');
  const third = await startRun(call, 'Third');
  const fourth = await startRun(call, 'Fourth');
  expect(await standing(call)).toEqual(['Second: queued', 'Third: queued', 'Fourth: queued', 'First: running']);
  await call('runs.moveUp', { runId: third.id });
  await expect(call('runs.moveUp', { runId: third.id })).rejects.toMatchObject({ reason: 'lab.run-not-moved' });
  await call('runs.stop', { runId: fourth.id });
  expect(await standing(call)).toEqual(['Third: queued', 'Second: queued', 'Fourth: stopped', 'First: running']);
  await expect(call('runs.resume', { runId: second.id })).rejects.toMatchObject({
    reason: 'lab.run-already-under-way',
  });

  trainer.end({ kind: 'stopped' });
  await expect.poll(() => standing(call), { interval: 10 }).toContain('Third: running');
  expect(trainer.jobs.map(({ name }) => name)).toEqual(['First', 'Third']);
  expect(await standing(call)).toContain('Second: queued');
});

it('keeps its queue over a restart, and goes on with it by itself', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const first = site.service();
  const call = callAs(first);
  await setUp(call);
  await startRun(call, 'First');
  await startRun(call, 'Second');
  await first.close();
  expect(trainer.jobs).toHaveLength(1);

  const service = site.service();
  const again = callAs(service);
  await again('site.signIn', ADMINISTRATOR);
  expect(await standing(again)).toEqual(['Second: queued', 'First: stopped']);
  const { id } = (await again('runs.list', {}))[1]!;
  await again('runs.resume', { runId: id });
  trainer.end({ kind: 'stopped' });
  await expect.poll(() => standing(again), { interval: 10 }).toContain('Second: running');
});

it('lets a run wait while faces of its images are being found, says so, and then starts it', async () => {
  const trainer = handTrainer();
  const { jobs, launch: launchLabJob } = handLabJobs();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service({ launchLabJob }));
  await setUp(call);
  const { id: runId } = await startRun(call, 'First');
  await startRun(call, 'Second');
  const waits = async () => (await call('runs.list', {})).map(({ name, waitsFor }) => [name, waitsFor]);
  expect(await waits()).toEqual([
    ['First', 'faces'],
    ['Second', 'faces'],
  ]);
  jobs.at(-1)!.tell({ kind: 'named', images: [], last: true });
  jobs.at(-1)!.end({ kind: 'finished', output: null });
  await expect.poll(() => standing(call), { interval: 10 }).toEqual(['Second: queued', 'First: running']);
  expect(await waits()).toEqual([
    ['Second', 'turn'],
    ['First', null],
  ]);

  // Whoever stops the finding wants the run to find what it needs itself.
  const [{ id: datasetId } = { id: '' }] = await call('datasets.list', {});
  await call('runs.stop', { runId });
  await expect.poll(() => standing(call), { interval: 10 }).toContain('Second: running');
  trainer.end({ kind: 'stopped' });
  await expect.poll(() => standing(call), { interval: 10 }).toContain('Second: stopped');
  await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
  await call('runs.resume', { runId });
  expect(await waits()).toContainEqual(['First', 'faces']);
  await call('datasets.stopIndexing', { datasetId });
  await expect.poll(() => standing(call), { interval: 10 }).toContain('First: running');
});

it('lets a run wait for a person, and for a session that runs', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await setUp(call);
  const { id: runId } = await startRun(call, 'First');
  await expect(call('runs.pause', { runId: 'nothing', paused: true })).rejects.toMatchObject({ code: 'not-found' });
  expect(await call('runs.pause', { runId, paused: true })).toMatchObject({ state: 'paused' });
  const { session } = await startSession(call);
  expect(await call('runs.pause', { runId, paused: false })).toMatchObject({ state: 'running' });
  await call('sessions.stop', { sessionId: session.id, durationMs: 0 });
  expect(trainer.pauses).toEqual([['person'], ['person', 'session'], ['session'], []]);
});

it('goes on once from its checkpoint when what computes is lost', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await setUp(call);
  const { id: runId } = await startRun(call, 'First');
  const [job] = trainer.jobs;
  mkdirSync(join(job!.outDir, 'checkpoint'), { recursive: true });
  writeFileSync(join(job!.outDir, 'checkpoint', 'checkpoint.bin'), '');
  const lost = { kind: 'failed', failure: failure('training.engine-lost'), details: 'the GPU was lost' } as const;
  trainer.end(lost);
  await expect.poll(() => trainer.jobs.length, { interval: 10 }).toBe(2);
  expect(trainer.jobs[1]).toEqual({ ...job, resume: true });
  trainer.end(lost);
  await expect.poll(() => standing(call), { interval: 10 }).toEqual(['First: failed']);
  const { run, log } = await call('runs.get', { runId });
  expect(run.failure).toEqual(failure('training.engine-lost'));
  expect(log.map((each) => each.kind)).toEqual(['warning', 'warning']);
  expect(trainer.jobs).toHaveLength(2);
});

it('improves the model in use, and says so where nothing better came of that', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await setUp(call);
  const { id } = await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
  const run = await call('runs.improve', { name: 'Better', datasetIds: [id] });
  expect(run).toMatchObject({ state: 'running', startsFrom: 'base-example' });
  expect(trainer.jobs[0]).toMatchObject({
    learner: 'cross-entropy',
    regime: 'adults-as-augmentations',
    settings: { valFloor: 'start' },
    startFromDir: join(site.modelsDir, 'base-example'),
    compareWithDir: join(site.modelsDir, 'base-example'),
  });
  const figures = {
    model: 'base-example',
    value: 0.6,
    low: 0.5,
    high: 0.7,
    images: 12,
    children: 4,
    highest: 0.5,
    looks: 7,
  };
  const why = failure('training.no-better-than-start', figures);
  trainer.end({ kind: 'failed', failure: why, details: '' });
  await expect.poll(() => standing(call), { interval: 10 }).toEqual(['Better: no-better']);
  expect((await call('runs.get', { runId: run.id })).run.failure).toEqual(why);
  await expect(call('models.propose', { runId: run.id })).rejects.toMatchObject({ code: 'conflict' });
  await expect(call('runs.resume', { runId: run.id })).rejects.toMatchObject({ code: 'conflict' });
});
