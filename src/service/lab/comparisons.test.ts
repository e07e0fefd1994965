import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failure } from '../../core/words/failure.ts';
import { candidate, REASON, siteWithCandidate, unmetOf } from '../testing/candidates.ts';
import { handComparer } from '../testing/hand-comparer.ts';

/** Two candidates, of which the first was approved: the other was compared with the model before. */
async function siteWithStaleCandidate() {
  const comparer = handComparer();
  const site = await siteWithCandidate({ children: 20 }, comparer.launch);
  const { ada, bo, trainer, model } = site;
  const second = await candidate(ada, trainer, { children: 20 }, { name: 'Day shift' });
  await bo('models.approve', { modelId: model.id });
  return { ...site, comparer, second };
}

test('a candidate that was compared with the model before is compared again, and can be approved', async () => {
  const { site, ada, bo, comparer, model, second } = await siteWithStaleCandidate();
  await using _ = site;
  expect(await unmetOf(bo, second.id)).toEqual(['compared']);
  await ada('comparisons.start', { modelId: second.id });
  await expect(ada('comparisons.start', { modelId: second.id })).rejects.toMatchObject({
    reason: 'models.comparison-under-way',
  });
  comparer.tell(3, 8);
  expect(await ada('comparisons.list', {})).toEqual([
    { modelId: second.id, referenceId: model.id, state: 'running', done: 3, total: 8, failure: null },
  ]);
  const [job] = comparer.jobs;
  expect(job).toMatchObject({
    modelDigest: second.digest,
    referenceDigest: model.digest,
    referenceDir: join(site.dataDir, 'models', model.id),
    training: { dataDir: site.dataDir, splitSeed: 1 },
  });

  const comparison = { ...second.comparison!, referenceModelId: model.id, referenceDigest: model.digest };
  comparer.end({ kind: 'finished', found: { comparison, lookCount: 4 } });
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
  const { site, ada, comparer, second } = await siteWithStaleCandidate();
  await using _ = site;
  const why = failure('models.test-images-changed', { model: second.id, dataset: 'demo-cohort' });
  await ada('comparisons.start', { modelId: second.id });
  comparer.end({ kind: 'failed', failure: why, details: 'stack' });
  await expect
    .poll(() => ada('comparisons.list', {}), { interval: 10 })
    .toMatchObject([{ modelId: second.id, state: 'failed', failure: why }]);
  expect(await unmetOf(ada, second.id)).toEqual(['compared', 'another-person']);

  await ada('comparisons.start', { modelId: second.id });
  await ada('comparisons.stop', { modelId: second.id });
  await expect.poll(() => ada('comparisons.list', {}), { interval: 10 }).toEqual([]);
  await expect(ada('comparisons.stop', { modelId: second.id })).rejects.toMatchObject({ code: 'conflict' });
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
