import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Comparison, Evaluation } from '../../core/evaluation/evaluation-schema.ts';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { subjectDigest } from '../../core/registry/subject-digest.node.ts';
import { exampleEvaluation, exampleModel } from '../../core/registry/testing/example-model.ts';
import { modelIdOf } from '../../jobs/train/model-config.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import { handTrainer } from '../testing/hand-trainer.ts';
import {
  type Call,
  callAs,
  RESOURCES_DIR,
  setUp,
  signInAnother,
  startSession,
  testSite,
} from '../testing/test-site.ts';

const REASON = 'A pilot: four children are all that we have.';

interface Left {
  /** The lower end of the difference from the model in use. */
  readonly low?: number;
  readonly children?: number;
  readonly balancedAccuracy?: Evaluation['balancedAccuracy'];
  /** Whose pictures it was trained on. */
  readonly trainedOn?: string;
}

/** Writes what the trainer would have left in the run's folder. */
async function leaveModel(job: TrainingJob, { low = 0, children = 4, balancedAccuracy, trainedOn }: Left = {}) {
  const { config } = exampleModel();
  const test = { ...exampleEvaluation(children), ...(balancedAccuracy ? { balancedAccuracy } : {}) };
  const balancedAccuracyDifference = { value: low + 0.1, low, high: low + 0.2 };
  const comparison: Comparison = {
    referenceModelId: 'base-example',
    images: test.images,
    subjects: children,
    reference: test,
    accuracyDifference: balancedAccuracyDifference,
    balancedAccuracyDifference,
  };
  const subjects = trainedOn ? { ...config.split.subjects, train: [subjectDigest(trainedOn)] } : config.split.subjects;
  const made = exampleModel({ id: modelIdOf(job.name), test, comparison, split: { ...config.split, subjects } });
  await writeModel(job.outDir, made.config, made.tensors);
}

/** Trains a model, as whoever calls, and proposes it. */
async function candidate(call: Call, trainer: ReturnType<typeof handTrainer>, left: Left = {}, proposer = call) {
  const { id } = await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
  const settings = { learner: 'supcon', regime: 'adults-as-augmentations', epochs: 2, seed: 7 } as const;
  const run = await call('runs.start', { ...settings, name: 'Night shift', datasetIds: [id] });
  await leaveModel(trainer.jobs.at(-1)!, left);
  trainer.end({ kind: 'finished' });
  await expect
    .poll(async () => (await call('runs.get', { runId: run.id })).run.state, { interval: 10 })
    .toBe('finished');
  return await proposer('models.propose', { runId: run.id });
}

/** A site whose administrator is Ada, with Bo beside her, and a candidate that Ada trained. */
async function siteWithCandidate(left: Left = {}) {
  const trainer = handTrainer();
  const site = await testSite({ launchTrainer: trainer.launch });
  const service = site.service();
  const ada = callAs(service);
  await setUp(ada);
  const bo = await signInAnother(service, ada, { name: 'Bo', role: 'administrator' });
  return { site, ada, bo, model: await candidate(ada, trainer, left) };
}

const unmetOf = async (call: Call, modelId: string) =>
  (await call('models.conditions', { modelId })).flatMap(({ name, unmet }) => (unmet ? [name] : []));

test('a model far below chance, tested on two children, is not approved without a written reason', async () => {
  const worthless = { low: -0.7, children: 2, balancedAccuracy: { value: 0.11, low: 0.02, high: 0.3 } };
  const { site, bo, model } = await siteWithCandidate(worthless);
  await using _ = site;
  expect(await unmetOf(bo, model.id)).toEqual(['enough-children', 'not-worse', 'above-trivial']);
  await expect(bo('models.approve', { modelId: model.id })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/Too few children to tell: .* 2 test children.* 20/),
  });
  await expect(bo('models.approve', { modelId: model.id, reason: 'because' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect((await bo('models.list', {})).find(({ state }) => state === 'approved')?.id).toBe('base-example');
});

test('a reason stands in the audit log, on the record and on the card, and stays when the model is gone back to', async () => {
  const { site, ada, bo, model } = await siteWithCandidate();
  await using _ = site;
  const approved = await bo('models.approve', { modelId: model.id, reason: REASON });
  const exception = {
    reason: REASON,
    by: 'Bo',
    atIso: site.clock.now.toISOString(),
    unmet: [{ reason: 'models.too-few-children', values: { found: 4, wanted: 20 } }],
  };
  expect(approved).toMatchObject({ state: 'approved', approvedBy: 'Bo', approvalException: exception });
  const { entries } = await ada('audit.list', { beforeSequence: null, limit: 50 });
  expect(entries.find(({ action }) => action === 'models.approveInSpite')).toMatchObject({
    userName: 'Bo',
    subject: expect.stringMatching(/^night-shift: Too few children to tell.* Reason: A pilot/),
  });
  const { markdown } = await ada('models.card', { modelId: model.id });
  expect(markdown).toMatch(
    /## Approved at this site although[\s\S]*Too few children[\s\S]*Bo approved it[\s\S]*> A pilot/,
  );

  // Ada may go back and forth: both models were approved before.
  await ada('models.approve', { modelId: 'base-example' });
  const again = await ada('models.approve', { modelId: model.id });
  expect(again).toMatchObject({ approvedBy: 'Ada', approvalException: exception });
});

test('whoever trained a model does not approve it, whatever the reason', async () => {
  const { site, ada, model } = await siteWithCandidate({ children: 20 });
  await using _ = site;
  expect(await unmetOf(ada, model.id)).toEqual(['another-person']);
  await expect(ada('models.approve', { modelId: model.id, reason: REASON })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^Ada trained or proposed it/),
  });
});

test('whoever proposed what another trained does not approve it either', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const service = site.service();
  const ada = callAs(service);
  await setUp(ada);
  const bo = await signInAnother(service, ada, { name: 'Bo', role: 'administrator' });
  const model = await candidate(ada, trainer, { children: 20 }, bo);
  expect(await unmetOf(ada, model.id)).toEqual(['another-person']);
  expect(await unmetOf(bo, model.id)).toEqual(['another-person']);
});

test('a sound model is approved by another administrator without a reason, as the site has it', async () => {
  const { site, ada, bo, model } = await siteWithCandidate({ children: 12, low: -0.02 });
  await using _ = site;
  expect(await unmetOf(bo, model.id)).toEqual(['enough-children']);
  await expect(ada('models.setApprovalRules', { fewestTestChildren: 9, margin: 0.05 })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await ada('models.setApprovalRules', { fewestTestChildren: 10, margin: 0.01 });
  expect(await ada('models.approvalRules', {})).toEqual({ fewestTestChildren: 10, margin: 0.01 });
  expect(await unmetOf(bo, model.id)).toEqual(['not-worse']);
  await ada('models.setApprovalRules', { fewestTestChildren: 10, margin: 0.05 });
  expect(await bo('models.approve', { modelId: model.id })).toMatchObject({
    state: 'approved',
    approvalException: null,
  });
  expect((await ada('models.card', { modelId: model.id })).markdown).not.toContain('Approved at this site');
});

test('a model that learnt from a child withdrawn since is used no more', async () => {
  const { site, ada, bo, model } = await siteWithCandidate({ children: 20, trainedOn: 'CH-1' });
  await using _ = site;
  const { child, consent } = await startSession(ada, 'CH-1');
  await ada('consents.withdraw', { consentId: consent.id });
  expect(await unmetOf(bo, model.id), 'it was never agreed that it be trained on').toEqual([]);
  const toTraining = await ada('consents.grant', {
    childId: child.id,
    scopes: ['monitor', 'train'],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  });
  await bo('models.approve', { modelId: model.id });
  await bo('models.approve', { modelId: 'base-example' });
  const today = site.clock.now;
  site.clock.now = new Date('2027-01-15T09:00:00Z');
  expect(await unmetOf(bo, model.id), 'a consent that has run its time was not withdrawn').toEqual([]);
  site.clock.now = today;
  await ada('consents.withdraw', { consentId: toTraining.id });
  await expect(bo('models.approve', { modelId: model.id, reason: REASON })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^1 child whose pictures/),
  });
});

test('in a demo, where one person plays all parts, a reason is all that is asked for', async () => {
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service());
  await call('site.openDemo', {});
  const model = await candidate(call, trainer);
  expect(await unmetOf(call, model.id)).toEqual(['enough-children']);
  await call('models.approve', { modelId: model.id, reason: REASON });
});
