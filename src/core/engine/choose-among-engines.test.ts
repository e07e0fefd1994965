import * as tf from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { failure } from '../words/failure.ts';
import { chooseEngine } from './choose-engine.node.ts';
import { ENGINE_NAMES } from './engine.ts';

/** The cpu backend under another name: an engine that is there on every machine and computes rightly. */
vi.mock('./webgpu.node.ts', () => ({
  startWebgpu: async () => {
    tf.registerBackend('webgpu', tf.findBackendFactory('cpu'));
    tf.copyRegisteredKernels('cpu', 'webgpu');
    await tf.setBackend('webgpu');
    return { kind: 'started', engine: { name: 'webgpu', device: 'CPU', versions: {}, threads: 1 } };
  },
}));
vi.mock('./tensorflow.node.ts', () => ({
  startTensorflow: async () => ({ kind: 'absent', why: failure('engine.not-installed') }),
}));
vi.mock('./speed-probe.ts', () => ({ imagesPerSecond: async () => (tf.getBackend() === 'webgpu' ? 20 : 10) }));

test('the fastest engine is in use afterwards, though another was tried after it', async () => {
  const { engine, findings, trials } = await chooseEngine();
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
