import { join } from 'node:path';
import { expect } from 'vitest';
import type { ServiceOptions } from '../runtime/service-options.ts';
import { handTrainer } from './hand-trainer.ts';
import { type Left, leaveModel } from './leave-model.ts';
import { type Call, callAs, RESOURCES_DIR, setUp, signInAnother, testSite } from './test-site.ts';

export const REASON = 'A pilot: four children are all that we have.';

/** Trains a model, as whoever calls, and proposes it. */
export async function candidate(
  call: Call,
  trainer: ReturnType<typeof handTrainer>,
  left: Left = {},
  { proposer = call, name = 'Night shift' } = {},
) {
  const { id } = await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
  // A run waits for faces that are being found.
  await call('datasets.stopIndexing', { datasetId: id });
  const settings = { learner: 'supcon', regime: 'adults-as-augmentations', epochs: 2, seed: 7 } as const;
  const run = await call('runs.start', { ...settings, name, datasetIds: [id] });
  await leaveModel(trainer.jobs.at(-1)!, left);
  trainer.end({ kind: 'finished' });
  await expect
    .poll(async () => (await call('runs.get', { runId: run.id })).run.state, { interval: 10 })
    .toBe('finished');
  return await proposer('models.propose', { runId: run.id });
}

/** A site whose administrator is Ada, with Bo beside her, and a candidate that Ada trained. */
export async function siteWithCandidate(left: Left = {}, options: Pick<ServiceOptions, 'launchLabJob'> = {}) {
  const trainer = handTrainer();
  const site = await testSite({ launchTrainer: trainer.launch });
  const service = site.service(options);
  const ada = callAs(service);
  await setUp(ada);
  const bo = await signInAnother(service, ada, { name: 'Bo', role: 'administrator' });
  return { site, service, ada, bo, trainer, model: await candidate(ada, trainer, left) };
}

/** Names of the conditions that a model does not meet. */
export const unmetOf = async (call: Call, modelId: string) =>
  (await call('models.conditions', { modelId })).flatMap(({ name, unmet }) => (unmet ? [name] : []));
