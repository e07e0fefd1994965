import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { choiceFacts, describeChoice } from './choice-facts.ts';
import { chooseEngine } from './choose-engine.node.ts';
import { gradientError } from './gradient-self-check.ts';

test('wasm starts, shows right gradients and a speed, and is in use afterwards', async () => {
  const choice = await chooseEngine({ requested: 'wasm', dataDir: null }, async () => 12);
  const { engine, findings } = choice;
  expect(engine.name).toBe('wasm');
  expect(tf.getBackend()).toBe('wasm');
  expect(findings.gradientError).toBeLessThan(1e-4);
  expect(findings.imagesPerSecond).toBe(12);
  expect(describeChoice(choiceFacts(choice))).toMatch(
    /^wasm on CPU, 1 thread, because it was asked for; gradients agree/,
  );
});

test.each([
  ['is wrong by one percent', 1.01, () => true],
  ['is wrong in the gradient of the weights alone', 1.01, isOfWeights],
  ['gives no number there', Number.NaN, isOfWeights],
])('a kernel that %s is found, and the engine refused', async (_, factor, isWrong) => {
  await chooseEngine({ requested: 'wasm', dataDir: null }, async () => 12);
  const kernel = tf.getKernel(tf.BatchMatMul, 'wasm')!;
  const replaceKernel = (kernelFunc: tf.KernelFunc) => {
    tf.unregisterKernel(kernel.kernelName, 'wasm');
    tf.registerKernel({ ...kernel, kernelFunc });
  };
  replaceKernel((args) => {
    const product = kernel.kernelFunc(args) as tf.TensorInfo;
    if (!isWrong(args)) return product;
    return tf.mul(tf.engine().makeTensorFromTensorInfo(product), factor);
  });
  try {
    expect(await gradientError()).toBeGreaterThan(1e-3);
    await expect(chooseEngine({ requested: 'wasm', dataDir: null }, async () => 12)).rejects.toThrow(
      /wasm: its gradients are wrong/,
    );
  } finally {
    replaceKernel(kernel.kernelFunc);
  }
  expect(await gradientError()).toBeLessThan(1e-4);
});

/** The gradient of a product's second factor is the one that transposes the first. */
function isOfWeights({ attrs }: { readonly attrs?: object }): boolean {
  return (attrs as tf.BatchMatMulAttrs).transposeA;
}
