import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failure } from '../../core/words/failure.ts';
import { siteWithCandidate } from '../testing/candidates.ts';
import { handTrainer } from '../testing/hand-trainer.ts';
import { leaveModel } from '../testing/leave-model.ts';
import { callAs, RESOURCES_DIR, setUp, signInAnother, startSession, testSite } from '../testing/test-site.ts';

test('a model is trained again without the child whose consent has ended, as any run', async () => {
  const { site, ada, trainer, model } = await siteWithCandidate({ children: 20, trainedOn: 'CH-1' });
  await using _ = site;
  await expect(ada('models.trainWithout', { modelId: model.id })).rejects.toMatchObject({
    reason: 'models.nobody-to-leave-out',
  });
  await expect(ada('models.trainWithout', { modelId: 'base-example' })).rejects.toMatchObject({
    reason: 'models.no-run',
  });
  const { child } = await startSession(ada, 'CH-1');
  const agreed = { childId: child.id, givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  const { id } = await ada('consents.grant', { ...agreed, scopes: ['train'] });
  await ada('consents.withdraw', { consentId: id });

  const { runId } = await ada('models.trainWithout', { modelId: model.id });
  const [first, again] = trainer.jobs;
  expect(again).toMatchObject({
    name: 'Night shift 2',
    exclude: ['CH-1'],
    outDir: join(site.dataDir, 'runs', runId),
    datasetDirs: first!.datasetDirs,
    learner: first!.learner,
    seed: first!.seed,
    subjectSecret: first!.subjectSecret,
    resume: false,
  });
  expect((await ada('runs.get', { runId })).run).toMatchObject({ state: 'running', name: 'Night shift 2' });
  const { entries } = await ada('audit.list', { beforeSequence: null, limit: 5 });
  expect(entries).toContainEqual(
    expect.objectContaining({ action: 'models.trainWithout', subject: `night-shift: run ${runId}, 1 left out` }),
  );

  const waiting = await ada('models.trainWithout', { modelId: model.id });
  expect((await ada('runs.get', waiting)).run, 'another run is under way').toMatchObject({ name: 'Night shift 3' });
  trainer.end({ kind: 'stopped' });
});

test.each([
  ['the nearest model that never had the child', 'model-in-use', 'base-example'],
  ['nothing, where there is none', 'nothing', null],
] as const)('where the run started from a model of that child, it starts from %s, and says so', async (_, from, cleanStart) => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const service = site.service();
  const call = callAs(service);
  await setUp(call);
  const bo = await signInAnother(service, call, { name: 'Bo', role: 'administrator' });
  const { child } = await startSession(call, 'CH-1');
  const { id: datasetId } = await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
  const made = async (name: string, from: 'model-in-use' | 'nothing') => {
    const scheme = { learner: 'supcon', regime: 'children', epochs: 2, seed: 7 } as const;
    const run = await call('runs.start', { ...scheme, name, from, datasetIds: [datasetId] });
    await leaveModel(trainer.jobs.at(-1)!, { children: 20, trainedOn: 'CH-1' });
    trainer.end({ kind: 'finished' });
    await expect
      .poll(async () => (await call('runs.get', { runId: run.id })).run.state, { timeout: 30_000, interval: 10 })
      .toBe('finished');
    return await call('models.propose', { runId: run.id });
  };
  const first = await made('First', from);
  await bo('models.approve', { modelId: first.id });
  const second = await made('Second', 'model-in-use');
  expect(trainer.jobs.at(-1)!.startFromDir).toBe(join(site.dataDir, 'models', first.id));
  const agreed = { childId: child.id, givenBy: 'mother', childAssented: true, untilDate: '2026-12-31' };
  const { id: consentId } = await call('consents.grant', { ...agreed, scopes: ['train'] });
  await call('consents.withdraw', { consentId });

  const { runId } = await call('models.trainWithout', { modelId: second.id });
  const startFromDir = cleanStart && join(site.modelsDir, cleanStart);
  expect(trainer.jobs.at(-1)).toMatchObject({ startFromDir, exclude: ['CH-1'] });
  const told = cleanStart
    ? failure('runLog.starts-earlier', { model: first.id, start: cleanStart })
    : failure('runLog.starts-from-nothing', { model: first.id });
  const { run, log } = await call('runs.get', { runId });
  expect(run.startsFrom).toBe(cleanStart);
  expect(log).toMatchObject([{ kind: 'warning', said: { text: told } }]);
});
