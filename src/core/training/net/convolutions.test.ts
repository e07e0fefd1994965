import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { convolve } from '../../engine/convolve.ts';
import { startTensorflow } from '../../engine/tensorflow.node.ts';
import { startWasm } from '../../engine/wasm.node.ts';
import { type ConvSpec, encoderConvs } from './encoder.ts';
import { ENCODERS } from './encoder-spec.ts';

/** Every convolution of the encoders that can be chosen, with the side of what goes into it. */
const CONVOLUTIONS = Object.entries(ENCODERS).flatMap(([encoder, spec]) => {
  let side: number = spec.inputPx;
  return encoderConvs(spec).map((conv) => {
    const into = conv.name.endsWith('shortcut') ? side * 2 : side;
    if (conv.stride > 1 && !conv.name.endsWith('shortcut')) side /= 2;
    return { name: `${encoder} ${conv.name}`, conv, side: into };
  });
});

const IMAGES = 3;

/** Gradients of input and filter, for numbers without a pattern. */
async function gradientsOf({ kernel, inChannels, outChannels, stride }: ConvSpec, side: number) {
  const random = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, 'float32', seed);
  const gradients = tf.tidy(() => {
    const inputs = [random([IMAGES, side, side, inChannels], 1), random([kernel, kernel, inChannels, outChannels], 2)];
    const dy = random([IMAGES, side / stride, side / stride, outChannels], 3);
    const forwards = (x: tf.Tensor, filter: tf.Tensor) => convolve(x as tf.Tensor4D, filter as tf.Tensor4D, stride);
    return tf.grads(forwards as (...args: tf.Tensor[]) => tf.Tensor)(inputs, dy);
  });
  const values = await Promise.all(gradients.map(async (each) => (await each.data()) as Float32Array));
  tf.dispose(gradients);
  return values;
}

test('TensorFlow finds the gradients of every convolution of our encoders that wasm finds', async ({ skip }) => {
  const start = await startTensorflow();
  skip(start.kind === 'absent', 'the native engine is not installed');
  for (const { name, conv, side } of CONVOLUTIONS) {
    await startTensorflow();
    const found = await gradientsOf(conv, side);
    await startWasm();
    const wanted = await gradientsOf(conv, side);
    for (const [i, values] of wanted.entries()) {
      const largest = values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
      const apart = values.reduce((most, each, k) => Math.max(most, Math.abs(each - found[i]![k]!)), 0);
      expect(apart / largest, `${name}, ${i === 0 ? 'input' : 'filter'}`).toBeLessThan(1e-4);
    }
  }
});
