import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDataset } from '../../../core/dataset/read-dataset.node.ts';
import { temporaryDataset } from '../../../core/dataset/testing/temporary-dataset.node.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { readModel, writeModel } from '../../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../../core/registry/testing/example-model.ts';
import { startEngine } from '../../../core/training/start-engine/start-engine.node.ts';
import { predictFaces } from '../../predict/predict-faces.node.ts';
import { prepareRunData } from '../training-data.node.ts';
import { type TrainingJob, trainingJobSchema } from '../training-job.ts';
import { type RunImage, readRunImages } from './run-images.node.ts';

const COHORT = join(import.meta.dirname, '../../../../resources/demo-cohort');

/** What a generator returns. */
async function resultOf<T>(generator: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = await generator.next();
    if (done) return value;
  }
}

async function allOf(job: TrainingJob): Promise<RunImage[]> {
  const images: RunImage[] = [];
  const signal = new AbortController().signal;
  for await (const batch of readRunImages(job, { signal })) images.push(...batch);
  return images;
}

it('reads the images of a run, split by split, as its model does, and refuses others', async () => {
  const { records } = await readDataset([COHORT], { labelColumn: 'emotion' });
  const children = Map.groupBy(
    records.filter(({ group }) => group === 'child'),
    ({ subject }) => subject,
  );
  const shown = [...children.values()].slice(0, 4).flatMap((of) => of.slice(0, 1));
  const rows = shown.map(({ path, subject, group, emotion }) => [path, subject, group, emotion].join());
  using folder = temporaryDataset({
    'ward/manifest.csv': ['path,subject,group,emotion', ...rows].join('\n'),
    ...Object.fromEntries(shown.map(({ path }) => [`ward/${path}`, readFileSync(join(COHORT, path))])),
  });
  const [ward, outDir] = [join(folder.dir, 'ward'), join(folder.dir, 'model')];
  const job: TrainingJob = {
    ...{ name: 'ward', learner: 'supcon', regime: 'children', datasetDirs: [ward], outDir, dataDir: folder.dir },
    engine: 'wasm',
    shares: { train: 0.5, val: 0.25, test: 0.25 },
  };
  await startEngine({ requested: 'wasm', dataDir: null });
  const options = { signal: new AbortController().signal, now: Date.now };
  const data = await resultOf(prepareRunData(trainingJobSchema.parse(job), options));
  // As a run writes it: under the key of this folder of data.
  const split = { ...data.split, hash: data.keys.own.seal(data.split.hash) };
  const { config, tensors } = exampleModel({ split });
  await writeModel(outDir, config, tensors);

  const found = await allOf(job);
  expect(found.map(({ split }) => split)).toEqual(['train', 'train', 'val', 'test']);
  expect(found.map(({ path }) => path).sort()).toEqual(shown.map(({ path }) => path).sort());
  expect(found.every(({ dir }) => dir === ward)).toBe(true);
  const tested = found.at(-1)!;
  expect(tested.truth).toBe(EMOTIONS[data.test.emotion[0]!]);
  // The same face by the way that figures are computed.
  const expected = await predictFaces(await readModel(outDir), data.test);
  const column = config.classes.map((emotion) => tested.probabilities[EMOTIONS.indexOf(emotion)]!);
  for (const [index, value] of column.entries()) expect(value).toBeCloseTo(expected[index]!, 5);
  expect(tested.probabilities).toHaveLength(7);
  expect(tested.embedding).toHaveLength(config.architecture.stageChannels.at(-1)!);
  expect(new Set(tested.embedding).size).toBeGreaterThan(1);

  const plain = exampleModel({ split: { ...data.split, digests: undefined } });
  await writeModel(outDir, plain.config, plain.tensors);
  expect(await allOf(job)).toHaveLength(found.length);

  await expect(allOf({ ...job, splitSeed: 2, shares: { train: 0.25, val: 0.25, test: 0.5 } })).rejects.toMatchObject({
    reason: 'lab.run-images-changed',
  });
});
