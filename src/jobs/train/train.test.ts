import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { writeCheckpoint } from '../../core/training/checkpoint.node.ts';
import { trainingConfig } from '../../core/training/training-config.ts';
import { type TrainingJob, trainModel } from './train.node.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faceward-train-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
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

/** A run that was stopped when it had just begun on an engine. */
async function stoppedRun(engine: string): Promise<TrainingJob> {
  const config = trainingConfig({ learner: 'supcon', regime: 'children', epochs: 1, seed: 1 });
  const nothing = new Float32Array(1);
  await writeCheckpoint(join(root, 'run', 'checkpoint', 'checkpoint.bin'), {
    ...{ formatVersion: 3, trainedMs: 0, endsAtStep: null, rateFactor: 1, stage: 0, step: 1, epochLossSum: 0 },
    ...{ config, identity: { splitHash: 'ab', engine }, history: [], valLosses: [], best: null, start: null },
    ...{ weights: nothing, average: nothing, optimiserMean: nothing, optimiserSquare: nothing },
  });
  return {
    name: 'Night shift',
    datasetDirs: [join(root, 'nothing')],
    learner: 'supcon',
    regime: 'children',
    outDir: join(root, 'run'),
    resume: true,
  };
}

const firstRecord = (job: TrainingJob) => trainModel(job, { signal: new AbortController().signal }).next();

it('a run goes on on the engine it began on, or says that it is gone', async () => {
  vi.stubEnv('FACEWARD_ENGINE_DIR', join(root, 'no-engine'));
  const onWasm = await stoppedRun('wasm (x 1), threads 1, workers 1');
  await expect(firstRecord({ ...onWasm, engine: 'tensorflow' })).rejects.toMatchObject({
    reason: 'training.begun-on-another',
    values: { begun: 'wasm', asked: 'tensorflow' },
  });
  expect((await firstRecord(onWasm)).value).toMatchObject({
    said: { kind: 'engine', choice: { best: { name: 'wasm' }, wasBegunOn: true } },
  });
  const onTensorflow = await stoppedRun('tensorflow (x 1), threads 2, workers 1');
  await expect(firstRecord(onTensorflow)).rejects.toMatchObject({
    reason: 'training.engine-gone',
    values: { engine: 'tensorflow' },
    cause: expect.objectContaining({ message: expect.stringContaining('not installed') }),
  });
});

it('an engine that was asked for and is not here is not replaced', async () => {
  vi.stubEnv('FACEWARD_ENGINE_DIR', join(root, 'no-engine'));
  const job = { ...(await stoppedRun('wasm (x 1)')), outDir: join(root, 'new'), engine: 'tensorflow' } as const;
  await expect(firstRecord({ ...job, resume: false })).rejects.toMatchObject({ reason: 'training.engine-absent' });
});
