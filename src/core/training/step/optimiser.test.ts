import { expect, test } from 'vitest';
import { flatten, layOut, unflatten } from '../net/parameters.ts';
import { adamWStep, clipToNorm, initialOptimiserState } from './optimiser.ts';
import { averageWeights } from './weight-average.ts';

const TENSORS = {
  'b.bias': { shape: [2], data: Float32Array.of(0.5, -1.5) },
  'a.weight': { shape: [2, 2], data: Float32Array.of(1, -2, 3, 0.25) },
};

test('a flat vector holds the tensors in the order of their names', () => {
  const layout = layOut(TENSORS);
  const flat = flatten(layout, TENSORS);
  expect([...flat]).toEqual([1, -2, 3, 0.25, 0.5, -1.5]);
  expect(unflatten(layout, flat)).toEqual(TENSORS);
});

test('two steps of AdamW equal the algorithm written out', () => {
  const layout = layOut(TENSORS);
  const weights = flatten(layout, TENSORS);
  const wanted = [...weights];
  const state = initialOptimiserState(layout.size);
  const options = { learningRate: 0.1, decay: { towards: null, rate: 0.2 } };
  const gradients = [
    [0.3, -0.1, 2, 0.01, -0.7, 0.4],
    [-0.2, -0.3, 1, 0.02, 0.9, 0.5],
  ];
  const m = new Array<number>(6).fill(0);
  const v = new Array<number>(6).fill(0);
  for (const [i, gradient] of gradients.entries()) {
    adamWStep(layout, weights, Float32Array.from(gradient), state, options);
    for (const [k, g] of gradient.entries()) {
      m[k] = 0.9 * m[k]! + 0.1 * g;
      v[k] = 0.999 * v[k]! + 0.001 * g * g;
      const meanHat = m[k]! / (1 - 0.9 ** (i + 1));
      const squareHat = v[k]! / (1 - 0.999 ** (i + 1));
      const decay = k < 4 ? 0.1 * 0.2 * wanted[k]! : 0; // the bias is spared
      wanted[k] = wanted[k]! - decay - (0.1 * meanHat) / (Math.sqrt(squareHat) + 1e-8);
    }
  }
  for (const [k, value] of wanted.entries()) expect(weights[k]).toBeCloseTo(value, 5);
});

test('weights pulled towards others end there when no gradient moves them, biases too', () => {
  const layout = layOut(TENSORS);
  const weights = flatten(layout, TENSORS);
  const towards = Float32Array.of(0, 1, 0, -1, 2, 0.5);
  const decay = { towards, rate: 0.5 };
  adamWStep(layout, weights, new Float32Array(6), initialOptimiserState(6), { learningRate: 0.1, decay });
  const wanted = [...flatten(layout, TENSORS)].map((weight, i) => weight + 0.05 * (towards[i]! - weight));
  for (const [i, weight] of wanted.entries()) expect(weights[i]).toBeCloseTo(weight, 6);
  const state = initialOptimiserState(6);
  for (let step = 0; step < 400; step++)
    adamWStep(layout, weights, new Float32Array(6), state, { learningRate: 0.1, decay });
  for (const [i, weight] of towards.entries()) expect(weights[i]).toBeCloseTo(weight, 5);
});

test('a gradient is cut to the largest norm and otherwise left alone', () => {
  const long = Float32Array.of(3, -4);
  expect(clipToNorm(long, 2.5)).toBe(5);
  expect([...long]).toEqual([1.5, -2]);
  const short = Float32Array.of(0.3, -0.4);
  clipToNorm(short, 2.5);
  expect(short).toEqual(Float32Array.of(0.3, -0.4));
  expect(clipToNorm(Float32Array.of(1, Number.NaN), 1)).toBeNaN();
});

test('a young average follows, an old one holds', () => {
  const average = Float32Array.of(0);
  averageWeights(average, Float32Array.of(1), 1, 0.99);
  expect(average[0]).toBeCloseTo(1 - 2 / 11, 6);
  const old = Float32Array.of(0);
  averageWeights(old, Float32Array.of(1), 100_000, 0.99);
  expect(old[0]).toBeCloseTo(0.01, 6);
  averageWeights(old, Float32Array.of(0.7), 5, 0);
  expect(old[0]).toBeCloseTo(0.7, 6);
});
