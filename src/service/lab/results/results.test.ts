import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { writeModel } from '../../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../../core/registry/testing/example-model.ts';
import { failure } from '../../../core/words/failure.ts';
import { modelIdOf } from '../../../jobs/train/model-config.ts';
import type { RunImage } from '../../../jobs/train/run-images/run-images.node.ts';
import type { TrainingJob } from '../../../jobs/train/training-job.ts';
import { handLabJobs } from '../../testing/hand-lab-jobs.ts';
import { handTrainer } from '../../testing/hand-trainer.ts';
import { type Call, callAs, RESOURCES_DIR, setUp, testSite } from '../../testing/test-site.ts';

const COHORT = join(RESOURCES_DIR, 'demo-cohort');
const PATHS = Array.from({ length: 12 }, (_, i) => `made-up/${i}.png`);

async function finishedRun(call: Call, trainer: ReturnType<typeof handTrainer>, datasetId: string, name: string) {
  const settings = { learner: 'supcon', regime: 'children', epochs: name === 'Second' ? 3 : 2, seed: 7 } as const;
  // A run waits for faces that are being found.
  await call('datasets.stopIndexing', { datasetId });
  const run = await call('runs.start', { ...settings, name, datasetIds: [datasetId] });
  const job = trainer.jobs.at(-1) as TrainingJob;
  const { config, tensors } = exampleModel({ id: modelIdOf(job.name) });
  await writeModel(job.outDir, config, tensors);
  trainer.end({ kind: 'finished' });
  await expect
    .poll(async () => (await call('runs.get', { runId: run.id })).run.state, { interval: 10 })
    .toBe('finished');
  return run;
}

/** Twelve test images of anger; the model takes the first `wrong` for fear, the first of them most surely. */
function images(wrong: number, paths = PATHS): RunImage[] {
  return paths.map((path, i) => {
    const named = i < wrong ? 'fear' : 'anger';
    const sure = 0.9 - 0.02 * i;
    return {
      ...{ dir: COHORT, path, split: 'test', truth: 'anger' },
      probabilities: Float32Array.from(EMOTIONS, (each) => (each === named ? sure : (1 - sure) / 6)),
      embedding: Float32Array.of(i, -i),
    };
  });
}

it('keeps what a finished run’s model says of each image, and sets runs side by side by it', async () => {
  const [trainer, lab] = [handTrainer(), handLabJobs()];
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service({ launchLabJob: lab.launch }));
  await setUp(call);
  const { id: datasetId } = await call('datasets.add', { dir: COHORT });
  const indexing = lab.jobs.find(({ name }) => name === 'index')!;
  const nobody = {
    subject: null,
    group: 'child',
    ageYears: 4,
    emotion: 'anger',
    votes: null,
    split: null,
    fault: null,
  };
  indexing.tell({ kind: 'named', images: PATHS.map((path) => ({ ...nobody, path })), last: true });

  const read = async (runId: string, told: RunImage[]) => {
    const job = lab.jobs.findLast(({ name }) => name === 'run-images')!;
    expect(await call('results.images', { runId })).toMatchObject({ isReading: true, canRead: true });
    job.tell(told);
    job.end({ kind: 'finished', output: { images: told.length } });
    await expect.poll(async () => (await call('results.images', { runId })).isReading, { interval: 10 }).toBe(false);
  };
  const first = await finishedRun(call, trainer, datasetId, 'First');
  await read(first.id, images(4));
  expect((await call('results.images', { runId: first.id })).known).toEqual({ train: 0, val: 0, test: 12 });
  const worst = await call('results.worstMistakes', { runId: first.id });
  expect(worst).toHaveLength(4);
  expect(worst[0]).toMatchObject({ shown: 'anger', named: 'fear', confidence: expect.closeTo(0.9, 5) });

  const points = await call('results.points', { runId: first.id });
  expect([points.keys.length, points.columns, ...points.embeddings.slice(2, 4)]).toEqual([12, 2, 1, -1]);
  expect([points.truth[0], points.said[0], points.said[11]]).toEqual([0, 2, 0]);
  expect([points.split[0], points.group[0], points.ageBand[0]]).toEqual([2, 0, 1]);

  const second = await finishedRun(call, trainer, datasetId, 'Second');
  await read(second.id, images(1));
  const compared = await call('results.compare', { runIds: [first.id, second.id] });
  expect(compared.runs.map(({ run }) => run.name)).toEqual(['First', 'Second']);
  expect(compared.differing).toEqual([{ name: 'epochs', values: ['2', '3'] }]);
  expect(compared.pairs).toMatchObject([
    { candidateId: second.id, referenceId: first.id, why: null, comparison: { referenceModelId: 'First' } },
  ]);
  expect(compared.pairs[0]!.comparison!.accuracyDifference.value).toBeCloseTo(3 / 12, 9);

  const third = await finishedRun(call, trainer, datasetId, 'Third');
  await read(third.id, images(1, PATHS.slice(1)));
  const { pairs } = await call('results.compare', { runIds: [first.id, third.id] });
  expect(pairs).toMatchObject([{ why: 'other-images', comparison: null }]);
});

it('says why the images of a run could not be read, and lets them be read again', async () => {
  const [trainer, lab] = [handTrainer(), handLabJobs()];
  await using site = await testSite({ launchTrainer: trainer.launch });
  const call = callAs(site.service({ launchLabJob: lab.launch }));
  await setUp(call);
  const { id: datasetId } = await call('datasets.add', { dir: COHORT });
  const { id: runId } = await finishedRun(call, trainer, datasetId, 'First');
  const changed = failure('lab.run-images-changed');
  await expect(call('results.readImages', { runId })).rejects.toMatchObject({ code: 'conflict' });
  const reading = lab.jobs.findLast(({ name }) => name === 'run-images')!;
  reading.end({ kind: 'failed', failure: changed, details: '' });
  await expect
    .poll(() => call('results.images', { runId }), { interval: 10 })
    .toMatchObject({ isReading: false, canRead: true, failure: changed });
  await call('results.readImages', { runId });
  expect(await call('results.images', { runId })).toMatchObject({ isReading: true, failure: null });
});
