import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { chooseEngine } from './choose-engine.node.ts';
import { gradientError } from './gradient-self-check.ts';

test('wasm starts, shows right gradients and a speed, and is in use afterwards', async () => {
  const { engine, findings, reason } = await chooseEngine('wasm');
  expect(engine.name).toBe('wasm');
  expect(tf.getBackend()).toBe('wasm');
  expect(findings.gradientError).toBeLessThan(1e-4);
  expect(findings.imagesPerSecond).toBeGreaterThan(0);
  expect(reason).toMatch(/^wasm on CPU, 1 thread, because it was asked for; gradients agree/);
});

test('a kernel that is wrong by one percent is found, and the engine refused', async () => {
  await chooseEngine('wasm');
  const kernel = tf.getKernel(tf.BatchMatMul, 'wasm')!;
  const replaceKernel = (kernelFunc: tf.KernelFunc) => {
    tf.unregisterKernel(kernel.kernelName, 'wasm');
    tf.registerKernel({ ...kernel, kernelFunc });
  };
  replaceKernel((args) => {
    const product = kernel.kernelFunc(args) as tf.TensorInfo;
    return tf.mul(tf.engine().makeTensorFromTensorInfo(product), 1.01);
  });
  try {
    expect(await gradientError()).toBeGreaterThan(1e-3);
    await expect(chooseEngine('wasm')).rejects.toThrow(/wasm: its gradients are wrong/);
  } finally {
    replaceKernel(kernel.kernelFunc);
  }
  expect(await gradientError()).toBeLessThan(1e-4);
});
