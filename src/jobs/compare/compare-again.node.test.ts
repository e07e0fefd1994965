import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { imagesHash } from '../../core/dataset/images-hash.node.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import { readModel, writeModel } from '../../core/registry/model-folder.node.ts';
import {
  keyedBy,
  PLAIN_DIGESTS,
  PUBLISHED_DIGESTS,
  subjectDigests,
} from '../../core/registry/subjects/subject-digest.node.ts';
import { testSetHash } from '../../core/registry/subjects/test-set-hash.node.ts';
import { exampleEvaluation, exampleModel } from '../../core/registry/testing/example-model.ts';
import { compareAgain } from './compare-again.node.ts';
import type { ComparisonJob, ComparisonTold } from './comparison-job.ts';

let root: string;
let job: ComparisonJob;
let firstImage: string;
/** Codes: the first was trained on, the others tested. */
let children: string[];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'faceward-'));
  const cohort = join(root, 'cohort');
  const subjects = copyChildren(cohort, 3);
  children = subjects;
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
    model: await folderOf('candidate'),
    reference: await folderOf('in-use'),
  };
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function folderOf(name: string) {
  const dir = join(root, name);
  return { dir, digest: (await readModel(dir)).digest };
}

async function compared(given: ComparisonJob) {
  const told: ComparisonTold[] = [];
  const running = compareAgain(given, { signal: new AbortController().signal });
  for (;;) {
    const { done, value } = await running.next();
    if (done) return { ...value, told };
    told.push(value);
  }
}

/** The first children of the demo cohort. @returns Their codes. */
function copyChildren(to: string, count: number): string[] {
  const from = join(import.meta.dirname, '../../../resources/demo-cohort');
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
  const { comparison, lookCount, elsewhere, told } = await compared(job);
  expect(comparison).toMatchObject({ referenceModelId: 'in-use', referenceDigest: job.reference.digest, subjects: 2 });
  // The two are of the same weights.
  expect(comparison.balancedAccuracyDifference.value).toBe(0);
  expect(told.at(-1)).toEqual({ done: comparison.images, total: comparison.images });
  expect({ lookCount, elsewhere }).toEqual({ lookCount: 1, elsewhere: null });
});

it('compares a model from elsewhere on what a run here has locked, and says whom it knows and what it cannot tell', async () => {
  const theirs = { ...exampleModel().config.split, digests: keyedBy('cd'.repeat(32)).name };
  const first = PUBLISHED_DIGESTS.digest(children[1]!);
  const before = [{ digests: PUBLISHED_DIGESTS.name, train: [first], val: [], checked: true }];
  const guest = exampleModel({ id: 'guest', tests: [], test: null, split: { ...theirs, before } });
  await writeModel(join(root, 'guest'), guest.config, guest.tensors);
  const asked = { ...job, model: await folderOf('guest'), lockedBy: await folderOf('candidate') };
  const { comparison, elsewhere, told, lookCount } = await compared(asked);
  expect(comparison).toMatchObject({ referenceModelId: 'in-use', subjects: 1 });
  expect(elsewhere).toMatchObject({ seen: 1, subjectsUnknown: true, test: { subjects: 1, images: comparison.images } });
  expect(told.at(-1)!.total).toBeGreaterThan(comparison.images);
  expect(lookCount).toBe(2);

  // Who may not be read today is not, although the images are those that were locked.
  const withheld = { ...asked, leaveOut: [children[2]!] };
  await expect(compared(withheld)).rejects.toMatchObject({ reason: 'models.no-fair-comparison' });
});

it('refuses other test images, and another model than was entered', { timeout: 60_000 }, async () => {
  const bytes = readFileSync(firstImage);
  appendFileSync(firstImage, ' ');
  const values = { model: 'candidate', dataset: 'cohort' };
  await expect(compared(job)).rejects.toMatchObject({ reason: 'models.test-images-changed', values });
  const locked = { ...job, lockedBy: job.model };
  await expect(compared(locked)).rejects.toMatchObject({ reason: 'models.locked-images-changed', values });
  writeFileSync(firstImage, bytes);
  const other = { ...job, model: { ...job.model, digest: '0'.repeat(64) } };
  await expect(compared(other)).rejects.toMatchObject({ reason: 'models.not-as-registered' });
});
