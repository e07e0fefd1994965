import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { failure } from '../words/failure.ts';
import { chooseEngine } from './choose-engine.node.ts';
import { ENGINE_NAMES } from './engine.ts';
import { engineLooks } from './engine-looks.node.ts';
import { NoEngineError } from './preferred-engine.ts';

/** The cpu backend under another name: an engine that is there on every machine and computes rightly. */
vi.mock('./webgpu.node.ts', () => ({
  startWebgpu: async () => {
    tf.registerBackend('webgpu', tf.findBackendFactory('cpu'));
    tf.copyRegisteredKernels('cpu', 'webgpu');
    await tf.setBackend('webgpu');
    return {
      kind: 'started',
      engine: { name: 'webgpu', device: failure('engine.gpu', { gpu: 'a GPU' }), versions: {}, threads: 1 },
    };
  },
}));
vi.mock('./tensorflow.node.ts', () => ({
  startTensorflow: async () => ({ kind: 'absent', why: failure('engine.not-installed') }),
}));

const data = mkdtempSync(join(tmpdir(), 'faceward-engines-'));
afterAll(() => rmSync(data, { recursive: true }));

const speeds = { webgpu: 20, wasm: 10 };
const measure = vi.fn(async () => speeds[tf.getBackend() as keyof typeof speeds]);
afterEach(() => {
  measure.mockClear();
  vi.unstubAllEnvs();
});

test('the preferred engine is in use afterwards, though another was tried after it', async () => {
  const { engine, findings, trials } = await chooseEngine({ dataDir: null }, measure);
  expect(engine.name).toBe('webgpu');
  expect(findings.imagesPerSecond).toBe(20);
  expect(tf.getBackend()).toBe('webgpu');
  expect(trials.map(({ name, kind }) => [name, kind])).toEqual([
    ['tensorflow', 'absent'],
    ['webgpu', 'tried'],
    ['wasm', 'tried'],
  ]);
  expect(trials.map(({ name }) => name)).toEqual(ENGINE_NAMES);
});

test('engines are measured once a machine; what is busy later does not choose again', async () => {
  vi.stubEnv('FACEWARD_WASM_WORKERS', '1');
  await chooseEngine({ dataDir: data }, measure);
  expect(measure).toHaveBeenCalledTimes(2);
  const busy = vi.fn(async () => (tf.getBackend() === 'webgpu' ? 1 : 10));
  const { engine, findings } = await chooseEngine({ dataDir: data }, busy);
  expect(busy).not.toHaveBeenCalled();
  expect([engine.name, findings.imagesPerSecond]).toEqual(['webgpu', 20]);

  // measured anew, the faster of both counts
  expect((await chooseEngine({ dataDir: data, anew: true }, busy)).engine.name).toBe('webgpu');
  expect(busy).toHaveBeenCalledTimes(2);

  // another number of workers is another thing, and is measured
  vi.stubEnv('FACEWARD_WASM_WORKERS', '3');
  await chooseEngine({ dataDir: data }, measure);
  expect(measure).toHaveBeenCalledTimes(3);
  expect(engineLooks(data).last('tensorflow')).toMatchObject({ found: { kind: 'passed-by' } });

  // a damaged file is measured over
  writeFileSync(join(data, 'engines.json'), '{');
  await chooseEngine({ dataDir: data }, measure);
  expect(measure).toHaveBeenCalledTimes(5);
});

test('an engine that is asked for, or that was begun on, is never replaced by another', async () => {
  const gone = /^nothing can be computed here: tensorflow: not installed/;
  await expect(chooseEngine({ requested: 'tensorflow', dataDir: null }, measure)).rejects.toThrow(gone);
  await expect(chooseEngine({ begunOn: 'tensorflow', dataDir: null }, measure)).rejects.toThrow(NoEngineError);
  expect(await chooseEngine({ begunOn: 'wasm', dataDir: null }, measure)).toMatchObject({
    engine: { name: 'wasm' },
    wasBegunOn: true,
  });
});
