import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { readCheckpoint, writeCheckpoint } from './checkpoint.node.ts';
import { type Checkpoint, requireSameRun } from './checkpoint.ts';
import { mountSmallDisk, NO_SMALL_DISK } from './testing/small-disk.node.ts';
import { trainingConfig } from './training-config.ts';

const CONFIG = trainingConfig({ learner: 'supcon', regime: 'adults-as-augmentations', epochs: 3, seed: 4 });
const IDENTITY = { splitHash: 'abc', engine: 'wasm 4.22.0' };
const CHECKPOINT: Checkpoint = {
  formatVersion: 3,
  trainedMs: 0,
  endsAtStep: null,
  rateFactor: 1,
  identity: IDENTITY,
  config: CONFIG,
  stage: 1,
  step: 17,
  weights: Float32Array.of(1.5, -0, Math.PI),
  average: Float32Array.of(1, 2, 3),
  optimiserMean: Float32Array.of(1e-30, 0, -1),
  optimiserSquare: Float32Array.of(1e-38, 0, 1),
  start: Float32Array.of(0, 0.5, 1),
  valLosses: [{ stage: 'head', epoch: 0, loss: 0.75, balancedAccuracy: null }],
  best: { epoch: 2, valLoss: 0.5, average: Float32Array.of(1, 2, 4) },
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

test('a disk that takes no more is named, and the checkpoint before stays whole', async () => {
  await writeCheckpoint(file, CHECKPOINT);
  const writer = new URL('checkpoint.node.ts', import.meta.url).href;
  const program = `
    const { readCheckpoint, writeCheckpoint } = await import(${JSON.stringify(writer)});
    const before = await readCheckpoint(${JSON.stringify(file)});
    await writeCheckpoint(${JSON.stringify(file)}, { ...before, step: 18, weights: new Float32Array(100_000) })
      .catch(({ name, code, message }) => console.log(JSON.stringify({ name, code, message })));`;
  // no file may become longer than 64 blocks of 512 bytes
  const node = ['-c', 'ulimit -f 64; exec "$0" --input-type=module --eval "$1"', process.execPath, program];
  const { stdout } = await promisify(execFile)('sh', node);
  expect(JSON.parse(stdout)).toMatchObject({ name: 'TrainingFailure', code: 'checkpoint-not-written' });
  expect(JSON.parse(stdout).message).toMatch(
    /checkpoint\.bin: files of this size are not allowed\. The one before is whole/,
  );
  expect(await readCheckpoint(file)).toEqual(CHECKPOINT);
  expect(await readdir(join(dir, 'deeper'))).toEqual(['checkpoint.bin']);
});

const small = mountSmallDisk(1);
afterAll(() => small?.[Symbol.dispose]());
if (!small) console.warn(`a full disk is not tested: ${NO_SMALL_DISK}`);

test.skipIf(!small)(
  'a full disk is named with what is needed and what is free; with room, the run goes on',
  async () => {
    const onSmall = join(small!.dir, 'run', 'checkpoint.bin');
    await writeCheckpoint(onSmall, CHECKPOINT);
    const next = { ...CHECKPOINT, step: 18, weights: new Float32Array(50_000) };
    small!.fill(100_000);
    await expect(writeCheckpoint(onSmall, next)).rejects.toMatchObject({
      reason: 'training.disk-full',
      values: { folder: join(small!.dir, 'run'), disk: small!.dir, needed: 9, free: 0 },
    });
    expect(await readCheckpoint(onSmall)).toEqual(CHECKPOINT);
    expect(await readdir(join(small!.dir, 'run'))).toEqual(['checkpoint.bin']);
    small!.makeRoom();
    await writeCheckpoint(onSmall, next);
    expect((await readCheckpoint(onSmall))?.step).toBe(18);
  },
);

test('a folder that cannot be made is named', async () => {
  await writeFile(join(dir, 'deeper'), 'a file where the folder should be');
  await expect(writeCheckpoint(file, CHECKPOINT)).rejects.toMatchObject({ code: 'checkpoint-not-written' });
});

test('a checkpoint of another run is refused with what differs', () => {
  expect(() => requireSameRun(CHECKPOINT, CONFIG, IDENTITY, 3)).not.toThrow();
  const otherConfig = { ...CONFIG, seed: 5, temperature: 0.2 };
  expect(() => requireSameRun(CHECKPOINT, otherConfig, IDENTITY, 3)).toThrow(/another run: temperature, seed differ/);
  const otherSplit = { ...IDENTITY, splitHash: 'abd' };
  expect(() => requireSameRun(CHECKPOINT, CONFIG, otherSplit, 3)).toThrow(/splitHash differ/);
  expect(() => requireSameRun(CHECKPOINT, CONFIG, IDENTITY, 4)).toThrow(/number of weights differ/);
});
