import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCheckpoint, writeCheckpoint } from './checkpoint.node.ts';
import { type Checkpoint, requireSameRun } from './checkpoint.ts';
import { trainingConfig } from './training-config.ts';

const CONFIG = trainingConfig({ learner: 'supcon', regime: 'adults-as-augmentations', epochs: 3, seed: 4 });
const IDENTITY = { splitHash: 'abc', engine: 'wasm 4.22.0' };
const CHECKPOINT: Checkpoint = {
  formatVersion: 1,
  identity: IDENTITY,
  config: CONFIG,
  step: 17,
  weights: Float32Array.of(1.5, -0, Math.PI),
  average: Float32Array.of(1, 2, 3),
  optimiserMean: Float32Array.of(1e-30, 0, -1),
  optimiserSquare: Float32Array.of(1e-38, 0, 1),
  history: [{ stage: 'pretraining', epoch: 1, loss: 4.25 }],
  epochLossSum: 8.125,
};

let dir = '';
let file = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'checkpoint-'));
  file = join(dir, 'deeper', 'checkpoint.bin');
});

afterEach(() => rm(dir, { recursive: true }));

test('what was written is read, to the bit; a second one takes its place', async () => {
  expect(await readCheckpoint(file)).toBeNull();
  await writeCheckpoint(file, CHECKPOINT);
  expect(await readCheckpoint(file)).toEqual(CHECKPOINT);
  await writeCheckpoint(file, { ...CHECKPOINT, step: 18 });
  expect((await readCheckpoint(file))?.step).toBe(18);
});

test('a damaged file is named, not ignored', async () => {
  await writeCheckpoint(file, CHECKPOINT);
  const bytes = await readFile(file);
  bytes[bytes.length - 5]! ^= 1;
  await writeFile(file, bytes);
  await expect(readCheckpoint(file)).rejects.toThrow(/checkpoint.bin is damaged/);
  await writeFile(file, bytes.subarray(0, 10));
  await expect(readCheckpoint(file)).rejects.toThrow(/is damaged/);
});

test('a checkpoint of another run is refused with what differs', () => {
  expect(() => requireSameRun(CHECKPOINT, CONFIG, IDENTITY, 3)).not.toThrow();
  const otherConfig = { ...CONFIG, seed: 5, temperature: 0.2 };
  expect(() => requireSameRun(CHECKPOINT, otherConfig, IDENTITY, 3)).toThrow(/another run: temperature, seed differ/);
  const otherSplit = { ...IDENTITY, splitHash: 'abd' };
  expect(() => requireSameRun(CHECKPOINT, CONFIG, otherSplit, 3)).toThrow(/splitHash differ/);
  expect(() => requireSameRun(CHECKPOINT, CONFIG, IDENTITY, 4)).toThrow(/number of weights differ/);
});
