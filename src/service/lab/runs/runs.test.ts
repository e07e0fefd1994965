import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineLooks } from '../../../core/engine/engine-looks.node.ts';
import { writeModel } from '../../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../../core/registry/testing/example-model.ts';
import { updateRun } from '../../../core/store/lab/runs.node.ts';
import { type LogRecord, stageRecord } from '../../../core/training/log-record.ts';
import { failure } from '../../../core/words/failure.ts';
import { modelIdOf } from '../../../jobs/train/model-config.ts';
import type { TrainingJob } from '../../../jobs/train/train.node.ts';
import { withClosedStore } from '../../testing/closed-store.ts';
import { handTrainer } from '../../testing/hand-trainer.ts';
import {
  ADMINISTRATOR,
  type Call,
  callAs,
  RESOURCES_DIR,
  setUp,
  signInAnother,
  startSession,
  testSite,
} from '../../testing/test-site.ts';

const RECORD: LogRecord = { kind: 'stage', stage: 'dataset', message: 'Reading', atMs: 1 };

/** Adds the demo cohort and starts a run over it. */
async function startRun(call: Call, name = 'Night shift') {
  const { id } = await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
  const settings = { learner: 'supcon', regime: 'adults-as-augmentations', epochs: 2, seed: 7 } as const;
  return await call('runs.start', { ...settings, name, datasetIds: [id] });
}

/** Writes what the trainer would have left in the run's folder. */
async function leaveModel(job: TrainingJob, referenceModelId: string | null = 'base-example') {
  const test = exampleModel().config.test!;
  const { images, subjects, accuracy, balancedAccuracy } = test;
  const comparison = referenceModelId && {
    referenceModelId,
    images,
    subjects,
    reference: test,
    accuracyDifference: accuracy,
    balancedAccuracyDifference: balancedAccuracy,
  };
  const { config, tensors } = exampleModel({ id: modelIdOf(job.name), comparison: comparison || null });
  await writeModel(job.outDir, config, tensors);
}

async function runInState(call: Call, runId: string, state: string) {
  return await expect
    .poll(async () => (await call('runs.get', { runId })).run, { interval: 10 })
    .toMatchObject({ state });
}

describe('a run', () => {
  it('becomes a candidate, then the model that the next session and its report name', async () => {
    const trainer = handTrainer([RECORD]);
    await using site = await testSite({ launchTrainer: trainer.launch });
    const service = site.service();
    const caller = service.connect();
    const call = callAs(service, caller);
    await setUp(call);
    const heard: unknown[] = [];
    service.listen(caller, 'runs.log', ({ record }) => heard.push(record));

    const run = await startRun(call);
    expect(run).toMatchObject({ state: 'running', startedBy: 'Ada', datasetNames: ['demo-cohort'] });
    expect(trainer.jobs[0]).toMatchObject({
      compareWithDir: join(site.modelsDir, 'base-example'),
      testedOn: 'rendered faces',
      seed: 7,
    });
    await expect(call('models.propose', { runId: run.id })).rejects.toMatchObject({ code: 'conflict' });

    await leaveModel(trainer.jobs[0]!);
    trainer.end({ kind: 'finished' });
    await runInState(call, run.id, 'finished');
    const finished = await call('runs.get', { runId: run.id });
    expect(finished.log).toEqual([RECORD]);
    expect(heard).toEqual([RECORD]);
    expect(finished.run.test?.images).toBeGreaterThan(0);

    const candidate = await call('models.propose', { runId: run.id });
    expect(candidate).toMatchObject({ id: 'night-shift', state: 'candidate', origin: 'trained-here' });
    expect(candidate.comparison?.referenceModelId).toBe('base-example');
    await expect(call('models.propose', { runId: run.id })).rejects.toMatchObject({ code: 'conflict' });
    expect((await call('models.card', { modelId: 'night-shift' })).markdown).toContain('night-shift');

    const bo = await signInAnother(service, call, { name: 'Bo', role: 'administrator' });
    await bo('models.approve', { modelId: 'night-shift', reason: 'A pilot: four children are all that we have.' });
    const states = (await call('models.list', {})).map(({ id, state }) => [id, state]);
    expect(Object.fromEntries(states)).toEqual({ 'night-shift': 'approved', 'base-example': 'retired' });
    const { session } = await startSession(call);
    expect(session.modelId).toBe('night-shift');
    const report = await call('sessions.report', { sessionId: session.id, format: 'json' });
    expect(JSON.parse(Buffer.from(report.bytes).toString()).model.id).toBe('night-shift');

    // A model whose folder is gone is left out of the list, and the terminal is told.
    rmSync(join(site.dataDir, 'models', 'night-shift'), { recursive: true });
    expect((await call('models.list', {})).map((model) => model.id)).toEqual(['base-example']);
    expect(site.told).toEqual([expect.stringContaining('night-shift')]);

    // The way back.
    await call('models.approve', { modelId: 'base-example', reason: 'The new one is gone from the disk.' });
    const files = await call('models.files', { modelId: 'base-example' });
    expect(JSON.parse(files.configJson).id).toBe('base-example');
    expect(files.weights.length).toBeGreaterThan(1000);
  });

  it('is not approved without its comparison with the model in use', async () => {
    const trainer = handTrainer([RECORD]);
    await using site = await testSite({ launchTrainer: trainer.launch });
    const call = callAs(site.service());
    await setUp(call);
    const run = await startRun(call);
    await leaveModel(trainer.jobs[0]!, null);
    trainer.end({ kind: 'finished' });
    await runInState(call, run.id, 'finished');
    await call('models.propose', { runId: run.id });
    await expect(call('models.approve', { modelId: 'night-shift' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('must be compared with base-example'),
    });
  });

  it('is stopped, resumed with the same job, and its failure is told in words', async () => {
    const trainer = handTrainer([RECORD]);
    await using site = await testSite({ launchTrainer: trainer.launch });
    const call = callAs(site.service());
    await setUp(call);
    const run = await startRun(call);
    await call('runs.stop', { runId: run.id });
    await runInState(call, run.id, 'stopped');
    await expect(call('runs.stop', { runId: run.id })).rejects.toMatchObject({ code: 'conflict' });

    await call('runs.resume', { runId: run.id });
    expect(trainer.jobs[1]).toEqual({ ...trainer.jobs[0] });
    await expect(call('runs.resume', { runId: run.id })).rejects.toMatchObject({ code: 'conflict' });
    trainer.end({ kind: 'failed', failure: failure('training.loss-not-finite'), details: 'at step 7' });
    await runInState(call, run.id, 'failed');
    expect((await call('runs.get', { runId: run.id })).run.failure).toEqual(failure('training.loss-not-finite'));
    expect(readFileSync(join(site.dataDir, 'log', 'faceward.log'), 'utf8')).toContain('at step 7');
    expect((await call('runs.get', { runId: run.id })).log).toEqual([RECORD, RECORD]);

    await call('runs.resume', { runId: run.id });
    trainer.end({ kind: 'finished' });
    await runInState(call, run.id, 'failed');
    expect((await call('runs.get', { runId: run.id })).run.failure).toEqual(failure('training.no-model-made'));
  });

  it('keeps the engine that its trainer chose, and asks for it by name when it is resumed', async () => {
    const best = { name: 'wasm', kind: 'tried', device: 'CPU', workers: 2, imagesPerSecond: 20 } as const;
    const choice = { best, gradientError: 2e-6, wasRequested: false, others: [] };
    const trainer = handTrainer([stageRecord('engine', { kind: 'engine', choice }, 1)]);
    await using site = await testSite({ launchTrainer: trainer.launch });
    const call = callAs(site.service());
    await setUp(call);
    expect(await call('engines.list', {})).toMatchObject({
      preferred: null,
      engines: [{ state: 'not-looked-at' }, {}, {}],
    });
    const run = await startRun(call);
    await expect.poll(async () => (await call('runs.get', { runId: run.id })).run.engine).toBe('wasm');
    await call('runs.stop', { runId: run.id });
    await runInState(call, run.id, 'stopped');
    await call('runs.resume', { runId: run.id });
    expect(trainer.jobs.map(({ engine }) => engine ?? null)).toEqual([null, 'wasm']);
    trainer.end({ kind: 'stopped' });
    await runInState(call, run.id, 'stopped');

    // what the trainer's process found is there to be shown
    const wasm = {
      name: 'wasm',
      device: failure('engine.threads', { count: 1 }),
      versions: {},
      threads: 1,
      workers: 2,
    } as const;
    const findings = { gradientError: 2e-6, imagesPerSecond: 20 };
    engineLooks(site.dataDir).keep(
      [
        { name: 'tensorflow', kind: 'absent', why: failure('engine.not-installed') },
        { name: 'wasm', kind: 'tried', engine: wasm, findings },
      ],
      Date.UTC(2026, 0, 2),
    );
    const { engines, preferred } = await call('engines.list', {});
    expect(preferred).toBe('wasm');
    expect(engines.map(({ state, imagesPerSecond }) => [state, imagesPerSecond])).toEqual([
      ['not-here', null],
      ['not-looked-at', null],
      ['works', 40],
    ]);
    expect(engines[0]!.why).toEqual(failure('engine.not-installed'));
  });

  it('goes on after its user has signed out, and its end is kept', async () => {
    const trainer = handTrainer([RECORD]);
    await using site = await testSite({ launchTrainer: trainer.launch });
    const call = callAs(site.service());
    await setUp(call);
    const run = await startRun(call);
    await call('site.signOut', {});
    await leaveModel(trainer.jobs[0]!);
    trainer.end({ kind: 'finished' });
    await call('site.signIn', ADMINISTRATOR);
    await runInState(call, run.id, 'finished');
  });

  it('is stopped with a checkpoint when the program closes, and was interrupted when it was killed', async () => {
    const trainer = handTrainer([RECORD]);
    await using site = await testSite({ launchTrainer: trainer.launch });
    const first = site.service();
    const call = callAs(first);
    await setUp(call);
    const run = await startRun(call);
    await first.close();

    await withClosedStore(site, (db) => {
      // As a killed program leaves it.
      expect(updateRun(db, run.id, {})).toMatchObject({ run: { state: 'stopped' } });
      updateRun(db, run.id, { state: 'running' });
    });

    const again = callAs(site.service());
    await again('site.signIn', ADMINISTRATOR);
    expect(await again('runs.list', {})).toMatchObject([{ id: run.id, state: 'interrupted' }]);
    expect(await again('runs.resume', { runId: run.id })).toMatchObject({ state: 'running' });
  });

  it('gets a name whose model is not called as another is', async () => {
    const trainer = handTrainer([RECORD]);
    await using site = await testSite({ launchTrainer: trainer.launch });
    const call = callAs(site.service());
    await setUp(call);
    const names: string[] = [];
    for (const name of ['Night shift', 'night  shift!', 'Base example']) {
      const run = await startRun(call, name);
      names.push(run.name);
    }
    expect(names).toEqual(['Night shift', 'night  shift! 2', 'Base example 2']);
  });
});

describe('a dataset', () => {
  it('is refused in words where there is none', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const dir = join(site.dataDir, 'nothing-here');
    await expect(call('datasets.add', { dir })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('nothing-here'),
    });
  });

  it('is counted, added once however often, and forgotten', async () => {
    await using site = await testSite();
    const call = callAs(site.service());
    await setUp(call);
    const dir = join(RESOURCES_DIR, 'demo-cohort');
    const added = await call('datasets.add', { dir });
    expect((await call('datasets.add', { dir: `${dir}/` })).id).toBe(added.id);
    expect(Object.values(added.imagesByEmotion).reduce((sum, count) => sum + count)).toBe(added.images);
    await call('datasets.remove', { datasetId: added.id });
    expect(await call('datasets.list', {})).toEqual([]);
  });
});
