import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { randomAt } from '../random.ts';
import { onCpuWithoutLeaks } from '../testing/without-leaks.ts';
import { crossEntropyLoss } from './cross-entropy-loss.ts';

onCpuWithoutLeaks();

function drawCase(seed: number) {
  const random = randomAt(seed, 1);
  const rows = 1 + random.integer(9);
  const classes = 2 + random.integer(6);
  const logits = Array.from({ length: rows }, () => Array.from({ length: classes }, () => 3 * random.normal()));
  return { logits, labels: logits.map(() => random.integer(classes)), labelSmoothing: random.uniform() * 0.5 };
}

/** The definition, in float64 loops. */
function slow(logits: readonly number[][], labels: readonly number[], labelSmoothing: number): number {
  let sum = 0;
  for (const [row, values] of logits.entries()) {
    const total = values.reduce((all, value) => all + Math.exp(value), 0);
    for (const [k, value] of values.entries()) {
      const target = labelSmoothing / values.length + (k === labels[row] ? 1 - labelSmoothing : 0);
      sum -= target * Math.log(Math.exp(value) / total);
    }
  }
  return sum / logits.length;
}

function loss(logits: number[][], labels: number[], labelSmoothing: number): number {
  return tf.tidy(
    () => crossEntropyLoss(tf.tensor2d(logits), tf.tensor1d(labels, 'int32'), { labelSmoothing }).dataSync()[0]!,
  );
}

test('equals the slow reference over 100 random batches', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { logits, labels, labelSmoothing } = drawCase(seed);
    const wanted = slow(logits, labels, labelSmoothing);
    expect(Math.abs(loss(logits, labels, labelSmoothing) - wanted)).toBeLessThan(2e-6 * Math.max(1, wanted));
  }
});

test('its gradient equals finite differences of the reference', () => {
  const { logits, labels, labelSmoothing } = drawCase(7);
  const gradient = tf.tidy(() =>
    tf
      .grad((x) => crossEntropyLoss(x as tf.Tensor2D, tf.tensor1d(labels, 'int32'), { labelSmoothing }))(
        tf.tensor2d(logits),
      )
      .arraySync(),
  ) as number[][];
  const h = 1e-5;
  for (const [i, row] of logits.entries()) {
    for (const k of row.keys()) {
      const moved = (by: number) => logits.map((each, r) => each.map((v, c) => (r === i && c === k ? v + by : v)));
      const wanted = (slow(moved(h), labels, labelSmoothing) - slow(moved(-h), labels, labelSmoothing)) / (2 * h);
      expect(gradient[i]![k]).toBeCloseTo(wanted, 6);
    }
  }
});

test('a net that knows nothing loses ln(classes), and adding to a whole row changes nothing', () => {
  expect(loss([[2, 2, 2, 2, 2, 2, 2]], [3], 0.1)).toBeCloseTo(Math.log(7), 6);
  expect(loss([[1001, 1000, 998]], [1], 0.1)).toBeCloseTo(loss([[1, 0, -2]], [1], 0.1), 5);
});

test('says what is wrong with its input', () => {
  expect(() => loss([[1, 2]], [0, 1], 0)).toThrow(/found 2 labels for 1 rows/);
  expect(() => loss([[1, 2]], [0], 1)).toThrow(/below 1 was expected; found 1/);
});
