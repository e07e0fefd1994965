import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteWithCandidate } from '../testing/candidates.ts';
import { startSession } from '../testing/test-site.ts';

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
