import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onCpuWithoutLeaks } from '../testing/without-leaks.ts';
import { randomAt, shuffled } from '../views/random.ts';
import { ntXentLoss } from './nt-xent-loss.ts';
import { supConLoss } from './sup-con-loss.ts';

onCpuWithoutLeaks();

/** Two rows of each image, in any order. */
function drawCase(seed: number) {
  const random = randomAt(seed, 3);
  const count = 1 + random.integer(5);
  const dims = 2 + random.integer(5);
  const images = shuffled(
    Array.from({ length: 2 * count }, (_, i) => 10 + Math.floor(i / 2)),
    random,
  );
  const embeddings = images.map(() => Array.from({ length: dims }, () => 2 * random.normal()));
  return { embeddings, images, temperature: random.between(0.07, 1) };
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const product = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return product / (Math.hypot(...a) * Math.hypot(...b));
}

/** Equation 1 and algorithm 1 of the paper, in float64 loops. */
function slow(embeddings: readonly number[][], images: readonly number[], temperature: number): number {
  let sum = 0;
  for (const [i, anchor] of embeddings.entries()) {
    let all = 0;
    let positive = Number.NaN;
    for (const [k, other] of embeddings.entries()) {
      if (k === i) continue;
      const weight = Math.exp(cosine(anchor, other) / temperature);
      all += weight;
      if (images[k] === images[i]) positive = weight;
    }
    sum -= Math.log(positive / all);
  }
  return sum / embeddings.length;
}

function loss(embeddings: number[][], images: number[], temperature: number): number {
  return tf.tidy(() => ntXentLoss(tf.tensor2d(embeddings), Int32Array.from(images), { temperature }).dataSync()[0]!);
}

test('equals the slow reference over 100 random batches', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { embeddings, images, temperature } = drawCase(seed);
    const wanted = slow(embeddings, images, temperature);
    expect(Math.abs(loss(embeddings, images, temperature) - wanted)).toBeLessThan(4e-6 * Math.max(1, wanted));
  }
});

test('its gradient equals finite differences of the reference', () => {
  const { embeddings, images, temperature } = drawCase(2);
  const found = tf.tidy(() =>
    tf
      .grad((x) => ntXentLoss(x as tf.Tensor2D, Int32Array.from(images), { temperature }))(tf.tensor2d(embeddings))
      .arraySync(),
  ) as number[][];
  const h = 1e-5;
  for (const [i, row] of embeddings.entries()) {
    for (const k of row.keys()) {
      const moved = (by: number) => embeddings.map((each, r) => each.map((v, c) => (r === i && c === k ? v + by : v)));
      const wanted = (slow(moved(h), images, temperature) - slow(moved(-h), images, temperature)) / (2 * h);
      expect(found[i]![k]).toBeCloseTo(wanted, 5);
    }
  }
});

test('is SupCon where every image has a label of its own', () => {
  const { embeddings, images, temperature } = drawCase(9);
  const labels = tf.tensor1d(images, 'int32');
  const wanted = tf.tidy(() => supConLoss(tf.tensor2d(embeddings), labels, { temperature }).dataSync()[0]!);
  labels.dispose();
  expect(loss(embeddings, images, temperature)).toBeCloseTo(wanted, 5);
});

test('neither the order of the rows nor their length matters', () => {
  const { embeddings, images, temperature } = drawCase(4);
  const plain = loss(embeddings, images, temperature);
  const order = shuffled([...images.keys()], randomAt(1));
  const reordered = loss(
    order.map((i) => embeddings[i]!.map((value) => value * (1 + i))),
    order.map((i) => images[i]!),
    temperature,
  );
  expect(reordered).toBeCloseTo(plain, 5);
});

test('closed forms: one point loses ln(rows - 1); two opposite pairs lose ln(1 + 2 exp(-2 / T))', () => {
  const onePoint = Array.from({ length: 6 }, () => [0.3, -2, 1.1]);
  expect(loss(onePoint, [0, 1, 0, 2, 1, 2], 0.1)).toBeCloseTo(Math.log(5), 5);
  const pairs = [
    [1, 0],
    [2, 0],
    [-1, 0],
    [-3, 0],
  ];
  expect(loss(pairs, [0, 0, 1, 1], 0.5)).toBeCloseTo(Math.log(1 + 2 * Math.exp(-4)), 6);
});

test('a single pair has nothing to be told apart from: exactly 0', () => {
  expect(
    loss(
      [
        [1, 2],
        [-2, 1],
      ],
      [5, 5],
      0.3,
    ),
  ).toBeCloseTo(0, 7);
});

test('says what is wrong with its input', () => {
  expect(() => loss([[1, 2]], [0, 1], 0.1)).toThrow(/found 2 images for 1 rows/);
  expect(() => loss([[1, 2]], [7], 0.1)).toThrow(/two views of each image were expected; found 1 of image 7/);
  expect(() =>
    loss(
      [
        [1, 2],
        [1, 3],
        [1, 4],
      ],
      [7, 7, 7],
      0.1,
    ),
  ).toThrow(/found 3 of image 7/);
  expect(() =>
    loss(
      [
        [1, 2],
        [1, 3],
      ],
      [7, 7],
      0,
    ),
  ).toThrow(/temperature above 0 was expected; found 0/);
});
