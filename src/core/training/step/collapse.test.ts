import { expect, test } from 'vitest';
import { randomAt } from '../views/random.ts';
import { embeddingSpread, watchForCollapse } from './collapse.ts';

function randomRows(rows: number, dims: number, centre: number): Float32Array {
  const random = randomAt(1);
  return Float32Array.from({ length: rows * dims }, () => centre + random.normal());
}

test('random directions spread by 1 / sqrt(dims); rows around one far point do not', () => {
  const spread = embeddingSpread(randomRows(100, 64, 0), 100);
  expect(spread.meanCosine).toBeCloseTo(0, 1);
  expect(spread.cosineDeviation).toBeCloseTo(1 / 8, 2);
  const point = embeddingSpread(randomRows(100, 64, 50), 100);
  expect(point.meanCosine).toBeGreaterThan(0.99);
  expect(point.cosineDeviation).toBeLessThan(0.001);
});

test('two rows: the cosine of their angle', () => {
  expect(embeddingSpread(Float32Array.of(2, 0, 3, 3), 2).meanCosine).toBeCloseTo(Math.SQRT1_2, 6);
});

test('twenty collapsed steps in a row end the run; one healthy step between them does not', () => {
  const collapsed = { meanCosine: 0.995, cosineDeviation: 0.001 };
  const healthy = { meanCosine: 0.01, cosineDeviation: 0.12 };
  const chance = Math.log(255);
  const check = watchForCollapse();
  for (let step = 0; step < 19; step++) check(chance, 256, collapsed);
  check(chance, 256, healthy);
  for (let step = 0; step < 19; step++) check(chance, 256, collapsed);
  expect(() => check(chance, 256, collapsed)).toThrow(/collapsed: for 20 steps.*mean cosine 0.995/);
});
