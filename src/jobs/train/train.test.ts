import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { type TrainingJob, trainModel } from './train.node.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faceward-train-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('stops where it is to resume and there is nothing', async () => {
  const outDir = join(root, 'nothing-yet');
  const job = { name: 'a', datasetDirs: [root], learner: 'supcon', regime: 'children', outDir, resume: true } as const;
  const run = trainModel({ ...job, datasetDirs: [...job.datasetDirs] }, { signal: new AbortController().signal });
  await expect(run.next()).rejects.toThrow(/nothing-yet holds no checkpoint: there is nothing to resume/);
});

it.each([
  ['a new run', false, /holds a finished model, which would be lost: choose another folder/],
  ['a run that is resumed without a checkpoint', true, /holds a finished model and no checkpoint: .*nothing to resume/],
])('does not write over a finished model: %s', async (_, resume, says) => {
  const outDir = join(root, 'night-shift');
  const { config, tensors } = exampleModel({ id: 'night-shift' });
  await writeModel(outDir, config, tensors);
  const before = readFileSync(join(outDir, 'model.safetensors'));
  const job: TrainingJob = {
    name: 'Night shift',
    datasetDirs: [join(root, 'nothing')],
    learner: 'supcon',
    regime: 'children',
    outDir,
    resume,
  };
  await expect(trainModel(job, { signal: new AbortController().signal }).next()).rejects.toThrow(says);
  expect(readFileSync(join(outDir, 'model.safetensors'))).toEqual(before);
});
