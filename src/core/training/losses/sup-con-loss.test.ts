import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onCpuWithoutLeaks } from '../testing/without-leaks.ts';
import { randomAt } from '../views/random.ts';
import { supConLoss } from './sup-con-loss.ts';

onCpuWithoutLeaks();

function drawCase(seed: number) {
  const random = randomAt(seed, 2);
  const rows = 2 + random.integer(9);
  const dims = 2 + random.integer(5);
  const embeddings = Array.from({ length: rows }, () => Array.from({ length: dims }, () => 2 * random.normal()));
  return { embeddings, labels: embeddings.map(() => random.integer(3)), temperature: random.between(0.07, 1) };
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const product = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return product / (Math.hypot(...a) * Math.hypot(...b));
}

/** Equation 2 of the paper, in float64 loops; anchors without a positive are left out. */
function slow(embeddings: readonly number[][], labels: readonly number[], temperature: number): number {
  const terms: number[] = [];
  for (const [i, anchor] of embeddings.entries()) {
    const others = [...embeddings.keys()].filter((a) => a !== i);
    const positives = others.filter((p) => labels[p] === labels[i]);
    if (positives.length === 0) continue;
    const weight = (a: number) => Math.exp(cosine(anchor, embeddings[a]!) / temperature);
    const all = others.reduce((sum, a) => sum + weight(a), 0);
    terms.push(-positives.reduce((sum, p) => sum + Math.log(weight(p) / all), 0) / positives.length);
  }
  return terms.length === 0 ? 0 : terms.reduce((a, b) => a + b, 0) / terms.length;
}

function loss(embeddings: number[][], labels: number[], temperature: number): number {
  return tf.tidy(
    () => supConLoss(tf.tensor2d(embeddings), tf.tensor1d(labels, 'int32'), { temperature }).dataSync()[0]!,
  );
}

function gradient(embeddings: number[][], labels: number[], temperature: number): number[][] {
  return tf.tidy(() => {
    const ofEmbeddings = (x: tf.Tensor) =>
      supConLoss(x as tf.Tensor2D, tf.tensor1d(labels, 'int32'), { temperature }) as tf.Tensor;
    return tf.grad(ofEmbeddings)(tf.tensor2d(embeddings)).arraySync() as number[][];
  });
}

test('equals the slow reference over 100 random batches', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { embeddings, labels, temperature } = drawCase(seed);
    const wanted = slow(embeddings, labels, temperature);
    expect(Math.abs(loss(embeddings, labels, temperature) - wanted)).toBeLessThan(4e-6 * Math.max(1, wanted));
  }
});

test('its gradient equals finite differences of the reference', () => {
  const { embeddings, labels, temperature } = drawCase(11);
  const found = gradient(embeddings, labels, temperature);
  const h = 1e-5;
  for (const [i, row] of embeddings.entries()) {
    for (const k of row.keys()) {
      const moved = (by: number) => embeddings.map((each, r) => each.map((v, c) => (r === i && c === k ? v + by : v)));
      const wanted = (slow(moved(h), labels, temperature) - slow(moved(-h), labels, temperature)) / (2 * h);
      expect(found[i]![k]).toBeCloseTo(wanted, 5);
    }
  }
});

test('neither the length of a row, nor a common turn, nor the names of the labels matter', () => {
  const { embeddings, labels, temperature } = drawCase(3);
  const plain = loss(embeddings, labels, temperature);
  const stretched = embeddings.map((row, i) => row.map((value) => value * (0.5 + i)));
  expect(loss(stretched, labels, temperature)).toBeCloseTo(plain, 5);
  const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)];
  const turned = embeddings.map(([x, y, ...rest]) => [cos * x! - sin * y!, sin * x! + cos * y!, ...rest]);
  expect(loss(turned, labels, temperature)).toBeCloseTo(plain, 5);
  const renamed = labels.map((label) => 40 - 3 * label);
  expect(loss(embeddings, renamed, temperature)).toBeCloseTo(plain, 5);
});

test('embeddings in one point lose ln(rows - 1): the mark of collapse', () => {
  const onePoint = Array.from({ length: 6 }, () => [0.3, -2, 1.1]);
  expect(loss(onePoint, [0, 1, 0, 2, 1, 2], 0.1)).toBeCloseTo(Math.log(5), 5);
});

test('without any positive it is exactly 0 and moves nothing', () => {
  const { embeddings, temperature } = drawCase(5);
  const labels = embeddings.map((_, i) => i);
  expect(loss(embeddings, labels, temperature)).toBe(0);
  for (const value of gradient(embeddings, labels, temperature).flat()) expect(value).toBeCloseTo(0, 12);
});

test('says what is wrong with its input', () => {
  expect(() => loss([[1, 2]], [0, 1], 0.1)).toThrow(/found 2 labels for 1 rows/);
  expect(() => loss([[1, 2]], [0], 0)).toThrow(/temperature above 0 was expected; found 0/);
});
