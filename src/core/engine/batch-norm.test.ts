import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { BATCH_NORM_EPSILON, batchNorm } from './batch-norm.ts';
import { startWasm } from './wasm.node.ts';

beforeAll(async () => {
  await startWasm();
});

const x = () => tf.add(tf.mul(tf.randomNormal([5, 3, 2, 4], 0, 1, 'float32', 1), 2), 0.7) as tf.Tensor4D;
const gamma = () => tf.tensor1d([0.5, -1.2, 2, 0.9]);
const beta = () => tf.tensor1d([0.1, -0.3, 0.2, 1.5]);

/** The library's own operations and their own gradients. */
function reference(input: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor, relu: boolean): tf.Tensor {
  const { mean, variance } = tf.moments(input, [0, 1, 2]);
  const deviation = tf.sqrt(tf.add(variance, BATCH_NORM_EPSILON));
  const linear = tf.add(tf.mul(tf.div(tf.sub(input, mean), deviation), scale), shift);
  return relu ? tf.relu(linear) : linear;
}

test.each([true, false])('output and gradients agree with the composed operation, relu %s', (relu) => {
  tf.tidy(() => {
    const dy = tf.randomNormal([5, 3, 2, 4], 0, 1, 'float32', 2);
    const inputs = [x(), gamma(), beta()];
    const ours = (...args: tf.Tensor[]) =>
      batchNorm(args[0] as tf.Tensor4D, args[1] as tf.Tensor1D, args[2] as tf.Tensor1D, { relu });
    const theirs = (...args: tf.Tensor[]) => reference(args[0]!, args[1]!, args[2]!, relu);
    const found = [ours(...inputs), ...tf.grads(ours)(inputs, dy)];
    const wanted = [theirs(...inputs), ...tf.grads(theirs)(inputs, dy)];
    for (const [i, tensor] of wanted.entries()) {
      expect(found[i]!.shape).toEqual(tensor.shape);
      const values = tensor.dataSync();
      for (const [j, value] of found[i]!.dataSync().entries()) expect(value).toBeCloseTo(values[j]!, 4);
    }
  });
});

test('shows the moments of the batch, and leaves no tensor behind', () => {
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const input = x();
    const { mean, variance } = tf.moments(input, [0, 1, 2]);
    let isSeen = false;
    batchNorm(input, gamma(), beta(), {
      relu: false,
      onMoments(seenMean, seenVariance) {
        isSeen = true;
        const wanted = [...mean.dataSync(), ...variance.dataSync()];
        for (const [i, value] of [...seenMean.dataSync(), ...seenVariance.dataSync()].entries()) {
          expect(value).toBeCloseTo(wanted[i]!, 5);
        }
      },
    });
    expect(isSeen).toBe(true);
  });
  expect(tf.memory().numTensors).toBe(before);
});

test('one row has no moments', () => {
  tf.tidy(() => {
    const row = tf.ones([1, 4]);
    expect(() => batchNorm(row, gamma(), beta(), { relu: false })).toThrow(/two rows or more; found shape \[1,4\]/);
  });
});
