/**
 * A site with two candidates that nobody had to wait for: `node make-site-with-models.ts FOLDER`. Anna trained and proposed
 * both; one is sound and was made with the child W3-0006, the other is far below chance, on two children.
 */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolders } from '../../src/hosts/shared/project-folders.ts';
import { createService } from '../../src/service/service.ts';
import { confirmCode } from '../../src/service/testing/confirm-code.ts';
import { handTrainer } from '../../src/service/testing/hand-trainer.ts';
import { type Left, leaveModel } from '../../src/service/testing/leave-model.ts';
import { callAs } from '../../src/service/testing/test-site.ts';

const [dataDir, administrator, password, other] = process.argv.slice(2) as [string, string, string, string];
const { models: modelsDir, resources: resourcesDir } = projectFolders();
const trainer = handTrainer();
const service = createService({
  dataDir,
  modelsDir,
  resourcesDir,
  host: 'cli',
  launchTrainer: trainer.launch,
  now: () => new Date(),
  log: () => {},
});
const caller = service.connect();
const call = callAs(service, caller);
await confirmCode(call, await call('site.setUp', { siteName: 'St. Test, Ward 3', administrator, password }));
await service.call(caller, 'users.add', { name: other, role: 'administrator', password });
const child = await service.call(caller, 'children.add', { code: 'W3-0006', birthMonth: '2018-05' });
await service.call(caller, 'consents.grant', {
  childId: child.id,
  scopes: ['monitor', 'train'],
  givenBy: 'Mother',
  childAssented: true,
  untilDate: '2030-01-01',
});
const dataset = await service.call(caller, 'datasets.add', { dir: join(resourcesDir, 'demo-cohort') });
await makeCandidate('Ward model', { children: 20, trainedOn: child.code, reference: 'base' });
const chance = { value: 0.11, low: 0.02, high: 0.3 };
await makeCandidate('Below chance', { children: 2, low: -0.7, balancedAccuracy: chance, reference: 'base' });
await service.close();

async function makeCandidate(name: string, left: Left): Promise<void> {
  const scheme = { learner: 'supcon', regime: 'adults-as-augmentations', epochs: 2, seed: 7 } as const;
  const { id: runId } = await service.call(caller, 'runs.start', { ...scheme, name, datasetIds: [dataset.id] });
  await leaveModel(trainer.jobs.at(-1)!, left);
  trainer.end({ kind: 'finished' });
  while ((await service.call(caller, 'runs.get', { runId })).run.state !== 'finished') await delay(20);
  await service.call(caller, 'models.propose', { runId });
}
