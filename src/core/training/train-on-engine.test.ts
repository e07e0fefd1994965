import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { softwareGpuEnvironment } from '../engine/testing/software-gpu.node.ts';
import { startWasm } from '../engine/wasm.node.ts';
import type { TrainedNet } from './net/trained-net.ts';
import type { FailedRun } from './testing/failing-gpu-process.node.ts';
import { TINY_CONFIG, TINY_DATA } from './testing/tiny-run.ts';
import { trainOnEngine } from './train-on-engine.node.ts';
import { trainingConfig } from './training-config.ts';

const FAILING_GPU = fileURLToPath(new URL('./testing/failing-gpu-process.node.ts', import.meta.url));
const gpu = softwareGpuEnvironment();
if (!gpu) console.warn('a GPU that fails is not tested: no software GPU (SwiftShader) is installed');

beforeAll(async () => {
  await startWasm();
});

async function fewSteps(workers: number): Promise<TrainedNet> {
  const run = trainOnEngine(await startWasm({ workers }), trainingConfig({ ...TINY_CONFIG, maxSteps: 3 }), TINY_DATA, {
    signal: new AbortController().signal,
    saveCheckpoint: () => {},
    checkpoint: null,
    now: () => 0,
    identity: { splitHash: 'split', engine: `wasm, ${workers} workers` },
  });
  for (;;) {
    const { done, value } = await run.next();
    if (done) return value.net;
  }
}

test('several workers train, which rounds otherwise than the thread itself', async () => {
  const [one, two] = [await fewSteps(1), await fewSteps(2)];
  expect(two.history.length).toBe(one.history.length);
  expect(two.tensors).not.toEqual(one.tensors);
});

test.skipIf(!gpu).each([
  ['lost-device', /the webgpu engine failed: the GPU was lost/],
  ['refused-call', /the webgpu engine failed: the GPU refused a call/],
])('a GPU that fails (%s) ends the run at its last checkpoint', { timeout: 300_000 }, async (failure, message) => {
  const { stdout } = await promisify(execFile)(process.execPath, [FAILING_GPU, failure], { env: gpu! });
  const end = JSON.parse(stdout.trim().split('\n').at(-1)!) as FailedRun;
  expect(end).toMatchObject({ code: 'engine-lost', message: expect.stringMatching(message) });
  expect(end.saved).toEqual([2]);
});
