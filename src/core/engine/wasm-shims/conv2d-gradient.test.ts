import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '../wasm.node.ts';

beforeAll(async () => {
  await startWasm();
});

interface Case {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly pad: 'same' | 'valid';
}

const CASES: readonly Case[] = [
  { size: 8, kernel: 3, stride: 1, pad: 'same' },
  { size: 8, kernel: 3, stride: 2, pad: 'same' },
  { size: 9, kernel: 3, stride: 2, pad: 'same' },
  { size: 8, kernel: 1, stride: 2, pad: 'same' },
  { size: 9, kernel: 1, stride: 2, pad: 'same' },
  { size: 7, kernel: 3, stride: 1, pad: 'valid' },
  { size: 8, kernel: 3, stride: 2, pad: 'valid' },
  { size: 10, kernel: 5, stride: 3, pad: 'valid' },
];

async function gradientsOn(backend: string, { size, kernel, stride, pad }: Case): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const gradients = tf.tidy(() => {
    const x = tf.randomNormal([3, size, size, 2], 0, 1, 'float32', 1) as tf.Tensor4D;
    const filter = tf.randomNormal([kernel, kernel, 2, 4], 0, 1, 'float32', 2) as tf.Tensor4D;
    const convolve = (a: tf.Tensor, b: tf.Tensor) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad);
    const output = convolve(x, filter);
    const dy = tf.randomNormal(output.shape, 0, 1, 'float32', 3);
    return tf.grads(convolve)([x, filter], dy);
  });
  const values = await Promise.all(gradients.map(async (each) => (await each.data()) as Float32Array));
  tf.dispose(gradients);
  return values;
}

test.each(
  CASES,
)('agrees with the gradient of the cpu backend: $size pixels, kernel $kernel, stride $stride, $pad', async (each) => {
  const wanted = await gradientsOn('cpu', each);
  const found = await gradientsOn('wasm', each);
  for (const [i, values] of wanted.entries()) {
    expect(found[i]!.length).toBe(values.length);
    for (const [j, value] of values.entries()) expect(found[i]![j]).toBeCloseTo(value, 4);
  }
});

test('leaves no tensor behind', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  await gradientsOn('wasm', CASES[1]!);
  expect(tf.memory().numTensors).toBe(before);
});

test('says what it cannot do: a dilated convolution', async () => {
  await tf.setBackend('wasm');
  const x = tf.ones([1, 8, 8, 1]) as tf.Tensor4D;
  const filter = tf.ones([3, 3, 1, 1]) as tf.Tensor4D;
  const dilated = (input: tf.Tensor) => tf.conv2d(input as tf.Tensor4D, filter, 1, 'same', 'NHWC', 2);
  expect(() => tf.grad(dilated)(x)).toThrow(/no dilation.*found.*"dilations":2/);
  tf.dispose([x, filter]);
});
