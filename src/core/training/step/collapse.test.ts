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

test('three rows: mean and deviation of the cosines of their three pairs, whatever their lengths', () => {
  const { meanCosine, cosineDeviation } = embeddingSpread(Float32Array.of(2, 0, 0, 5, 3, 3), 3);
  // 0 and twice 1 / sqrt(2)
  expect(meanCosine).toBeCloseTo(Math.SQRT2 / 3, 6);
  expect(cosineDeviation).toBeCloseTo(1 / 3, 6);
});

test('a row of nothing but rounding errors has no direction', () => {
  expect(embeddingSpread(Float32Array.of(0, 0, 1, 0), 2)).toEqual({ meanCosine: 0, cosineDeviation: 0 });
  expect(embeddingSpread(Float32Array.of(1e-6, 0, 1, 0), 2).meanCosine).toBeCloseTo(Math.SQRT1_2, 6);
});

const ROWS = 256;
const CHANCE = Math.log(ROWS - 1);

/** At which step a run that stays as it is ends as collapsed; null when it still goes on after 100. */
function endOf(loss: number, cosineDeviation: number, rows = ROWS): number | null {
  const check = watchForCollapse();
  for (let step = 1; step <= 100; step++) {
    try {
      check(loss, rows, { meanCosine: 0.995, cosineDeviation });
    } catch {
      return step;
    }
  }
  return null;
}

test.each([
  ['all rows in one point, the loss at that of chance', CHANCE, 0, 20],
  ['a spread just below a tenth of that of random directions', CHANCE, 0.012499, 20],
  ['a spread of just that tenth', CHANCE, 0.0125, null],
  ['a loss just within 0.02 above chance', CHANCE + 0.0199, 0.001, 20],
  ['a loss just within 0.02 below chance', CHANCE - 0.0199, 0.001, 20],
  ['a loss just out of 0.02 above chance', CHANCE + 0.0201, 0.001, null],
  ['a loss just out of 0.02 below chance', CHANCE - 0.0201, 0.001, null],
])('%s', (_, loss, deviation, step) => {
  expect(endOf(loss, deviation)).toBe(step);
});

test('the loss of chance is ln(rows - 1): a row has all others to choose from, not itself', () => {
  expect(endOf(Math.log(2), 0, 3)).toBe(20);
  expect(endOf(Math.log(3), 0, 3)).toBeNull();
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
