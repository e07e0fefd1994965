import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { imagesHash } from '../../core/dataset/images-hash.node.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import { readModel, writeModel } from '../../core/registry/model-folder.node.ts';
import { PLAIN_DIGESTS, subjectDigests } from '../../core/registry/subjects/subject-digest.node.ts';
import { testSetHash } from '../../core/registry/subjects/test-set-hash.node.ts';
import { exampleEvaluation, exampleModel } from '../../core/registry/testing/example-model.ts';
import type { ComparisonJob } from '../../jobs/compare/comparison-job.ts';
import { forkUnderNode } from '../processes/fork-under-node.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { comparisonLauncher } from './launch-comparer.ts';

let root: string;
let job: ComparisonJob;
let firstImage: string;
const launch = comparisonLauncher(forkUnderNode);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'faceward-'));
  const cohort = join(root, 'cohort');
  const subjects = copyChildren(cohort, 3);
  const { records } = await readDataset([cohort], { labelColumn: 'emotion' });
  const own = records.filter(({ subject }) => subject !== subjects[0]);
  firstImage = join(cohort, own[0]!.path);
  const { split } = exampleModel().config;
  const test = {
    dataset: 'cohort',
    shows: 'rendered faces',
    realChildren: false,
    hash: testSetHash(subjects.slice(1)),
    imagesHash: await imagesHash(own),
    lookCount: 1,
    evaluation: exampleEvaluation(),
  };
  const splitSubjects = {
    train: subjectDigests(PLAIN_DIGESTS, [subjects[0]!]),
    val: [],
    test: subjectDigests(PLAIN_DIGESTS, subjects.slice(1)),
  };
  const tested = exampleModel({ id: 'candidate', tests: [test], split: { ...split, subjects: splitSubjects } });
  const reference = exampleModel({ id: 'in-use' });
  for (const { config, tensors } of [tested, reference]) await writeModel(join(root, config.id), config, tensors);
  job = {
    training: {
      name: 'candidate',
      learner: 'supcon',
      regime: 'children',
      datasetDirs: [cohort],
      outDir: join(root, 'out'),
      dataDir: join(root, 'data'),
    },
    modelDir: join(root, 'candidate'),
    modelDigest: (await readModel(join(root, 'candidate'))).digest,
    referenceDir: join(root, 'in-use'),
    referenceDigest: (await readModel(join(root, 'in-use'))).digest,
  };
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The first children of the demo cohort. @returns Their codes. */
function copyChildren(to: string, count: number): string[] {
  const from = join(projectFolders().resources, 'demo-cohort');
  const [header, ...rows] = readFileSync(join(from, 'manifest.csv'), 'utf8').trim().split('\n');
  const children = rows.filter((row) => row.startsWith('child/'));
  const codes = [...new Set(children.map((row) => row.split(',')[1]!))].slice(0, count);
  const kept = children.filter((row) => codes.includes(row.split(',')[1]!));
  for (const path of kept.map((row) => row.split(',')[0]!)) {
    mkdirSync(join(to, path, '..'), { recursive: true });
    cpSync(join(from, path), join(to, path));
  }
  writeFileSync(join(to, 'manifest.csv'), [header, ...kept].join('\n'));
  return codes;
}

it('compares with another model on the test images of old, tells how far it is, and counts a look', async () => {
  const told: string[] = [];
  const end = await launch(job, (done, total) => told.push(`${done} of ${total}`)).done;
  if (end.kind !== 'finished') throw new Error(JSON.stringify(end));
  const { comparison, lookCount } = end.found;
  expect(comparison).toMatchObject({ referenceModelId: 'in-use', referenceDigest: job.referenceDigest, subjects: 2 });
  // The two are of the same weights.
  expect(comparison.balancedAccuracyDifference.value).toBe(0);
  expect(told.at(-1)).toBe(`${comparison.images} of ${comparison.images}`);
  expect(lookCount).toBe(1);
});

it('refuses other test images, and another model than was entered', { timeout: 60_000 }, async () => {
  const bytes = readFileSync(firstImage);
  appendFileSync(firstImage, ' ');
  const changed = { reason: 'models.test-images-changed', values: { model: 'candidate', dataset: 'cohort' } };
  expect(await launch(job, () => {}).done).toMatchObject({ kind: 'failed', failure: changed });
  writeFileSync(firstImage, bytes);
  const other = { ...job, modelDigest: '0'.repeat(64) };
  expect(await launch(other, () => {}).done).toMatchObject({
    kind: 'failed',
    failure: { reason: 'models.not-as-registered' },
  });
});
