import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleEvaluation } from '../../core/registry/testing/example-model.ts';
import { failure } from '../../core/words/failure.ts';
import { candidate, REASON, siteWithCandidate, unmetOf } from '../testing/candidates.ts';
import { handLabJobs } from '../testing/hand-lab-jobs.ts';
import { handTrainer } from '../testing/hand-trainer.ts';
import { takeInModel } from '../testing/take-in-model.ts';
import { callAs, setUp, signInAnother, testSite } from '../testing/test-site.ts';

/** Two candidates, of which the first was approved: the other was compared with the model before. */
async function siteWithStaleCandidate() {
  const { launch, jobs } = handLabJobs();
  const site = await siteWithCandidate({ children: 20 }, { launchLabJob: launch });
  const { ada, bo, trainer, model } = site;
  const second = await candidate(ada, trainer, { children: 20 }, { name: 'Day shift' });
  await bo('models.approve', { modelId: model.id });
  return { ...site, comparisons: () => jobs.filter(({ name }) => name === 'compare'), second };
}

test('a candidate that was compared with the model before is compared again, and can be approved', async () => {
  const { site, ada, bo, comparisons, model, second } = await siteWithStaleCandidate();
  await using _ = site;
  expect(await unmetOf(bo, second.id)).toEqual(['compared']);
  await ada('comparisons.start', { modelId: second.id });
  await expect(ada('comparisons.start', { modelId: second.id })).rejects.toMatchObject({
    reason: 'models.comparison-under-way',
  });
  const [job] = comparisons();
  job!.tell({ done: 3, total: 8 });
  await expect
    .poll(() => ada('comparisons.list', {}), { interval: 10 })
    .toEqual([{ modelId: second.id, referenceId: model.id, state: 'running', done: 3, total: 8, failure: null }]);
  expect(job!.input).toMatchObject({
    model: { digest: second.digest },
    reference: { dir: join(site.dataDir, 'models', model.id), digest: model.digest },
    lockedBy: null,
    training: { dataDir: site.dataDir, splitSeed: 1 },
  });

  const comparison = { ...second.comparison!, referenceModelId: model.id, referenceDigest: model.digest };
  job!.end({ kind: 'finished', output: { comparison, lookCount: 4, elsewhere: null } });
  await expect.poll(() => ada('comparisons.list', {}), { interval: 10 }).toEqual([]);
  expect(await unmetOf(bo, second.id)).toEqual([]);
  const [shown] = (await bo('models.list', {})).filter(({ id }) => id === second.id);
  expect(shown).toMatchObject({ digest: second.digest, comparison: { again: { by: 'Ada', lookCount: 4 } } });
  expect((await bo('models.card', { modelId: second.id })).markdown).toMatch(
    /## Compared again at this site[\s\S]*Ada had it compared on 2026-03-04 with night-shift[\s\S]*Look no\. 4/,
  );
  const { entries } = await ada('audit.list', { beforeSequence: null, limit: 5 });
  expect(entries.map(({ action, subject }) => `${action} ${subject}`)).toEqual(
    expect.arrayContaining([
      'comparisons.finish day-shift with night-shift',
      'comparisons.start day-shift with night-shift',
    ]),
  );
  expect(await bo('models.approve', { modelId: second.id })).toMatchObject({ state: 'approved' });
});

test('a comparison that comes to nothing says why, and changes nothing', async () => {
  const { site, ada, comparisons, second } = await siteWithStaleCandidate();
  await using _ = site;
  const why = failure('models.test-images-changed', { model: second.id, dataset: 'demo-cohort' });
  await ada('comparisons.start', { modelId: second.id });
  comparisons()[0]!.end({ kind: 'failed', failure: why, details: 'stack' });
  await expect
    .poll(() => ada('comparisons.list', {}), { interval: 10 })
    .toMatchObject([{ modelId: second.id, state: 'failed', failure: why }]);
  expect(await unmetOf(ada, second.id)).toEqual(['compared', 'another-person']);

  await ada('comparisons.start', { modelId: second.id });
  await ada('comparisons.stop', { modelId: second.id });
  await expect.poll(() => ada('comparisons.list', {}), { interval: 10 }).toEqual([]);
  await expect(ada('comparisons.stop', { modelId: second.id })).rejects.toMatchObject({ code: 'conflict' });
});

test('a model of another site is compared on test images that a run here has locked, and by them it is judged', async () => {
  const { launch, jobs } = handLabJobs();
  const trainer = handTrainer();
  await using site = await testSite({ launchTrainer: trainer.launch });
  const service = site.service({ launchLabJob: launch });
  const ada = callAs(service);
  await setUp(ada);
  const bo = await signInAnother(service, ada, { name: 'Bo', role: 'administrator' });
  const guest = await takeInModel(ada);
  await expect(ada('comparisons.start', { modelId: guest.id })).rejects.toMatchObject({
    reason: 'models.no-locked-test',
  });
  const own = await candidate(ada, trainer, { children: 20 });

  const compare = async (children: number, subjectsUnknown = true) => {
    await ada('comparisons.start', { modelId: guest.id });
    const job = jobs.findLast(({ name }) => name === 'compare')!;
    const elsewhere = { shows: 'rendered faces', test: exampleEvaluation(children), seen: 1, subjectsUnknown };
    job.end({ kind: 'finished', output: { comparison: own.comparison!, lookCount: 2, elsewhere } });
    await expect.poll(() => ada('comparisons.list', {}), { interval: 10 }).toEqual([]);
    return job.input;
  };
  expect(await compare(8)).toMatchObject({
    model: { dir: join(site.dataDir, 'models', guest.id), digest: guest.digest },
    lockedBy: { dir: join(site.dataDir, 'models', own.id), digest: own.digest },
    training: { name: 'Night shift', dataDir: site.dataDir },
  });
  expect(await unmetOf(bo, guest.id), 'by the children of this site').toEqual(['enough-children', 'no-leak']);
  await compare(20);
  expect(await unmetOf(bo, guest.id), 'nobody can tell whether it knows them').toEqual(['no-leak']);
  await compare(20, false);
  expect(await unmetOf(bo, guest.id)).toEqual([]);
  expect((await bo('models.card', { modelId: guest.id })).markdown).toMatch(
    /## Compared at this site[\s\S]*that the run Night shift has locked[\s\S]*n = 2\d images of 20 subjects[\s\S]*fitted on none of these children/,
  );
  expect(await bo('models.approve', { modelId: guest.id })).toMatchObject({ state: 'approved', origin: 'imported' });
});

test('only a candidate is compared again', async () => {
  const { site, ada, bo, model } = await siteWithStaleCandidate();
  await using _ = site;
  await expect(ada('comparisons.start', { modelId: model.id })).rejects.toMatchObject({
    reason: 'models.not-a-candidate',
  });
  await bo('models.approve', { modelId: 'base-example', reason: REASON });
  await expect(ada('comparisons.start', { modelId: model.id })).rejects.toMatchObject({
    reason: 'models.not-a-candidate',
  });
});
