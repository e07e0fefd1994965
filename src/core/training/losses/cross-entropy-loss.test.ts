import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onCpuWithoutLeaks } from '../testing/without-leaks.ts';
import { randomAt } from '../views/random.ts';
import { crossEntropyLoss } from './cross-entropy-loss.ts';

onCpuWithoutLeaks();

/** Logits and votes at random; every other row is certain of one class. */
function drawCase(seed: number) {
  const random = randomAt(seed, 1);
  const rows = 1 + random.integer(9);
  const classes = 2 + random.integer(6);
  const logits = Array.from({ length: rows }, () => Array.from({ length: classes }, () => 3 * random.normal()));
  const targets = logits.map((row, i) => {
    const label = random.integer(classes);
    const votes = row.map((_, k) => (i % 2 === 0 ? random.uniform() : k === label ? 1 : 0));
    const sum = votes.reduce((a, b) => a + b, 0);
    return votes.map((each) => each / sum);
  });
  return { logits, targets, labelSmoothing: random.uniform() * 0.5 };
}

/** The definition, in float64 loops. */
function slow(logits: readonly number[][], targets: readonly number[][], labelSmoothing: number): number {
  let sum = 0;
  for (const [row, values] of logits.entries()) {
    const total = values.reduce((all, value) => all + Math.exp(value), 0);
    for (const [k, value] of values.entries()) {
      const target = labelSmoothing / values.length + (1 - labelSmoothing) * targets[row]![k]!;
      sum -= target * Math.log(Math.exp(value) / total);
    }
  }
  return sum / logits.length;
}

function loss(logits: number[][], targets: number[][], labelSmoothing: number): number {
  return tf.tidy(() => crossEntropyLoss(tf.tensor2d(logits), tf.tensor2d(targets), { labelSmoothing }).dataSync()[0]!);
}

test('equals the slow reference over 100 random batches', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { logits, targets, labelSmoothing } = drawCase(seed);
    const wanted = slow(logits, targets, labelSmoothing);
    expect(Math.abs(loss(logits, targets, labelSmoothing) - wanted)).toBeLessThan(2e-6 * Math.max(1, wanted));
  }
});

test('its gradient equals finite differences of the reference', () => {
  const { logits, targets, labelSmoothing } = drawCase(7);
  const gradient = tf.tidy(() =>
    tf
      .grad((x) => crossEntropyLoss(x as tf.Tensor2D, tf.tensor2d(targets), { labelSmoothing }))(tf.tensor2d(logits))
      .arraySync(),
  ) as number[][];
  const h = 1e-5;
  for (const [i, row] of logits.entries()) {
    for (const k of row.keys()) {
      const moved = (by: number) => logits.map((each, r) => each.map((v, c) => (r === i && c === k ? v + by : v)));
      const wanted = (slow(moved(h), targets, labelSmoothing) - slow(moved(-h), targets, labelSmoothing)) / (2 * h);
      expect(gradient[i]![k]).toBeCloseTo(wanted, 6);
    }
  }
});

test('a net that knows nothing loses ln(classes), and adding to a whole row changes nothing', () => {
  expect(loss([[2, 2, 2, 2, 2, 2, 2]], [[0, 0, 0, 0.6, 0.4, 0, 0]], 0.1)).toBeCloseTo(Math.log(7), 6);
  expect(loss([[1001, 1000, 998]], [[0, 1, 0]], 0.1)).toBeCloseTo(loss([[1, 0, -2]], [[0, 1, 0]], 0.1), 5);
});

test('a net that gives the votes back loses their entropy, and no less', () => {
  const votes = [0.7, 0.2, 0.1];
  const entropy = -votes.reduce((sum, p) => sum + p * Math.log(p), 0);
  expect(loss([votes.map(Math.log)], [votes], 0)).toBeCloseTo(entropy, 6);
  expect(loss([[0.7, 0.3, 0.1].map(Math.log)], [votes], 0)).toBeGreaterThan(entropy);
});

test('says what is wrong with its input', () => {
  expect(() =>
    loss(
      [[1, 2]],
      [
        [0, 1],
        [1, 0],
      ],
      0,
    ),
  ).toThrow(/shape \[1,2\] were expected; found \[2,2\]/);
  expect(() => loss([[1, 2]], [[1, 0]], 1)).toThrow(/below 1 was expected; found 1/);
});
