import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../core/dataset/dataset.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import { splitHash } from '../../core/dataset/split-by-subject.node.ts';
import type { SplitName } from '../../core/dataset/split-name.ts';
import { type TemporaryDataset, temporaryDataset } from '../../core/dataset/testing/temporary-dataset.node.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { subjectDigests } from '../../core/registry/subject-digest.node.ts';
import { testSetHash } from '../../core/registry/test-set-hash.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { type EvaluationJob, evaluateModel } from './evaluate.node.ts';

const COHORT = join(import.meta.dirname, '../../../resources/demo-cohort');

/** Three children with two images each. */
let shown: readonly ImageRecord[];
let trained: string;
let chosenOn: string;
let tested: string;

beforeAll(async () => {
  const { records } = await readDataset([COHORT], { labelColumn: 'emotion' });
  const children = Map.groupBy(
    records.filter(({ group }) => group === 'child'),
    ({ subject }) => subject,
  );
  [trained, chosenOn, tested] = [...children.keys()] as [string, string, string];
  shown = [trained, chosenOn, tested].flatMap((subject) => children.get(subject)!.slice(0, 2));
});

/** A folder with those images, a model of it, and a folder of data. */
function laidOut(): TemporaryDataset & Record<'dataset' | 'modelDir' | 'dataDir', string> {
  const rows = shown.map(({ path, subject, group, emotion }) => [path, subject, group, emotion].join());
  const files = shown.map(({ path }) => [`cohort/${path}`, readFileSync(join(COHORT, path))] as const);
  const manifest = ['path,subject,group,emotion', ...rows].join('\n');
  const folder = temporaryDataset({ 'cohort/manifest.csv': manifest, ...Object.fromEntries(files) });
  const { dir } = folder;
  return {
    dir,
    dataset: join(dir, 'cohort'),
    modelDir: join(dir, 'model'),
    dataDir: join(dir, 'data'),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

async function modelSplit(modelDir: string, others: readonly (readonly [string, SplitName])[], change = {}) {
  const own = [[trained, 'train'] as const, [chosenOn, 'val'] as const, [tested, 'test'] as const];
  const splits = new Map<string, SplitName>([...own, ...others]);
  const digests = (name: SplitName) =>
    subjectDigests([...splits].flatMap(([who, split]) => (split === name ? [who] : [])));
  const subjects = { train: digests('train'), val: digests('val'), test: digests('test') };
  const split: ModelConfig['split'] = { ...exampleModel().config.split, subjects, hash: splitHash(splits) };
  const { config, tensors } = exampleModel({ excluded: [], split, ...change });
  await writeModel(modelDir, config, tensors);
}

function job(modelDir: string, dataset: string, split: EvaluationJob['split']): EvaluationJob {
  return {
    modelDir,
    datasetDirs: [dataset],
    split,
    classes: null,
    minImages: 0,
    labelColumn: 'emotion',
    group: null,
    adults: false,
    againstDir: null,
    withPictures: false,
  };
}

describe('evaluateModel on a split of the model', () => {
  it('takes the subjects of that split, counts each look at the test, and keeps the faces', async () => {
    using at = laidOut();
    await modelSplit(at.modelDir, []);
    const look = (split: EvaluationJob['split']) => evaluateModel(job(at.modelDir, at.dataset, split), at);
    const first = await look('test');
    expect(first).toMatchObject({ lookCount: 1, evaluation: { images: 2, subjects: 1 } });
    expect(existsSync(join(at.dataDir, 'crops.db'))).toBe(true);
    expect((await look('val')).lookCount).toBeNull();
    const second = await look('test');
    expect(second.lookCount).toBe(2);
    expect(second.evaluation).toEqual(first.evaluation);
  });

  it('counts a look at all images as one at the test children among them, and at others only where none are known', async () => {
    using at = laidOut();
    await modelSplit(at.modelDir, []);
    const look = (split: EvaluationJob['split'], modelDir = at.modelDir) =>
      evaluateModel(job(modelDir, at.dataset, split), at);
    expect((await look('all')).lookCount).toBe(1);
    expect((await look('test')).lookCount).toBe(2);
    expect((await look('all')).lookCount).toBe(3);
    const stranger = join(at.dir, 'stranger');
    const { config, tensors } = exampleModel();
    await writeModel(stranger, config, tensors);
    // Three children whom that model never had are another test set, by whomever it is looked at.
    expect((await look('all', stranger)).lookCount).toBe(1);
    expect((await look('all', stranger)).lookCount).toBe(2);
  });

  it('counts nothing and keeps nothing without a folder of data', async () => {
    using at = laidOut();
    await modelSplit(at.modelDir, []);
    const { lookCount } = await evaluateModel(job(at.modelDir, at.dataset, 'test'));
    expect(lookCount).toBeNull();
    expect(existsSync(at.dataDir)).toBe(false);
  });

  it('knows the test children of one of several datasets by their own hash, and only them', async () => {
    using at = laidOut();
    const evaluation = exampleModel().config.test!;
    const test = { dataset: 'cohort', shows: 'rendered faces', realChildren: false, lookCount: null, evaluation };
    const datasets = ['cohort', 'elsewhere'];
    const ofCohort = [{ ...test, hash: testSetHash([tested]) }];
    await modelSplit(at.modelDir, [['elsewhere', 'train']], { datasets, tests: ofCohort });
    expect(await evaluateModel(job(at.modelDir, at.dataset, 'test'))).toMatchObject({ evaluation: { subjects: 1 } });
    await expect(evaluateModel(job(at.modelDir, at.dataset, 'val'))).rejects.toThrow(/cannot be made again/);
    await modelSplit(at.modelDir, [['elsewhere', 'train']], { datasets: ['cohort'], tests: ofCohort });
    await expect(evaluateModel(job(at.modelDir, at.dataset, 'test'))).rejects.toThrow(/cannot be made again/);
    const ofAnother = [{ ...test, hash: testSetHash([trained]) }];
    await modelSplit(at.modelDir, [['elsewhere', 'train']], { datasets, tests: ofAnother });
    await expect(evaluateModel(job(at.modelDir, at.dataset, 'test'))).rejects.toThrow(/cannot be made again/);
  });
});
