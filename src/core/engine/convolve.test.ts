import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { convolve } from './convolve.ts';
import { startWasm } from './wasm.node.ts';

beforeAll(() => startWasm());

const random = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, 'float32', seed);

it.each([
  { kernel: 1, stride: 2, side: 6 },
  { kernel: 1, stride: 2, side: 7 },
  { kernel: 1, stride: 3, side: 7 },
  { kernel: 1, stride: 1, side: 5 },
  { kernel: 3, stride: 2, side: 6 },
])('is the padded convolution of the library, gradients too: kernel $kernel, stride $stride, side $side', async (size) => {
  const { kernel, stride, side } = size;
  const out = Math.ceil(side / stride);
  const [x, filter, dy] = [
    random([2, side, side, 16], 1),
    random([kernel, kernel, 16, 20], 2),
    random([2, out, out, 20], 3),
  ];
  const by = (how: (x: tf.Tensor4D, filter: tf.Tensor4D) => tf.Tensor) => [
    how(x as tf.Tensor4D, filter as tf.Tensor4D),
    ...tf.grads(how as never)([x, filter] as tf.Tensor[], dy),
  ];
  const found = by((a, f) => convolve(a, f, stride));
  const wanted = by((a, f) => tf.conv2d(a, f, stride, 'same'));
  for (const [i, each] of wanted.entries()) {
    expect(found[i]!.shape).toEqual(each.shape);
    expect((await tf.max(tf.abs(tf.sub(found[i]!, each))).data())[0]).toBeLessThan(1e-4);
  }
});
