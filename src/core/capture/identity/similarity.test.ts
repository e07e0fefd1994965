import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySimilarity, type Correspondence, fitSimilarity } from './similarity.ts';

const PAGE = [
  { xPx: 20, yPx: 19 },
  { xPx: 40, yPx: 19 },
  { xPx: 30, yPx: 33.6 },
  { xPx: 30, yPx: 40.6 },
];

const at = (xPx: number, yPx: number) => ({ xPx, yPx });

const anySimilarity = fc.record({
  a: fc.double({ min: 0.2, max: 9, noNaN: true }),
  b: fc.double({ min: -5, max: 5, noNaN: true }),
  txPx: fc.double({ min: -500, max: 500, noNaN: true }),
  tyPx: fc.double({ min: -500, max: 500, noNaN: true }),
});

describe('fitSimilarity', () => {
  it('finds the similarity that made the points, whatever the weights', () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(anySimilarity, weights, (truth, weight) => {
        const fit = fitSimilarity(
          PAGE.map((from, i) => ({ from, to: applySimilarity(truth, from), weight: weight[i]! })),
          0.1,
        );
        for (const key of ['a', 'b', 'txPx', 'tyPx'] as const) expect(fit[key]).toBeCloseTo(truth[key], 6);
      }),
    );
  });

  it('leaves less weighted squared error than any similarity nearby', () => {
    const pairs = PAGE.map((from, i) => ({
      from,
      to: { xPx: 2 * from.xPx + [3, -1, 2, 0][i]!, yPx: 2 * from.yPx + [0, 2, -2, 1][i]! },
      weight: [1, 2, 0.5, 0.7][i]!,
    }));
    const error = (fit: ReturnType<typeof fitSimilarity>) =>
      pairs.reduce((sum, { from, to, weight }) => {
        const there = applySimilarity(fit, from);
        return sum + weight * ((there.xPx - to.xPx) ** 2 + (there.yPx - to.yPx) ** 2);
      }, 0);
    // With a tolerance that no residual reaches, the weights stay as they are.
    const fit = fitSimilarity(pairs, 10);
    for (const key of ['a', 'b', 'txPx', 'tyPx'] as const) {
      for (const step of [-1e-3, 1e-3]) expect(error({ ...fit, [key]: fit[key] + step })).toBeGreaterThan(error(fit));
    }
  });

  it('is bent less by one misplaced point than plain least squares', () => {
    const pairs: Correspondence[] = PAGE.map((from) => ({ from, to: { ...from }, weight: 1 }));
    pairs[3] = { ...pairs[3]!, to: { xPx: 50, yPx: 60 } };
    const off = (tolerance: number) => {
      const { xPx, yPx } = applySimilarity(fitSimilarity(pairs, tolerance), PAGE[0]!);
      return Math.hypot(xPx - PAGE[0]!.xPx, yPx - PAGE[0]!.yPx);
    };
    expect(off(0.05)).toBeLessThan(0.75 * off(10));
  });

  // From a second program, in Python: a complex regression whose weights are those of Huber, four times in all.
  it.each([
    {
      how: 'one point is far off',
      from: PAGE,
      to: PAGE.with(3, at(50, 60)),
      weights: [1, 1, 1, 1],
      tolerance: 0.05,
      wanted: { a: 1.1831648, b: -0.1888297, txPx: -8.5274483, tyPx: 2.7233616 },
    },
    {
      how: 'the points lie wider than high',
      from: [at(0, 0), at(60, 0), at(30, 10), at(30, 20)],
      to: [at(1, -3), at(121, -3), at(90, 45), at(61, 37)],
      weights: [1, 2, 0.5, 1],
      tolerance: 0.1,
      wanted: { a: 1.995851, b: -0.0190049, txPx: 2.1376169, tyPx: -1.2266561 },
    },
    {
      how: 'the points lie higher than wide, and are turned',
      from: [at(0, 0), at(20, 0), at(10, 50), at(10, 80)],
      to: [at(5, 7), at(20, 10), at(55, -3), at(85, -3)],
      weights: [1, 1, 1, 2],
      tolerance: 0.03,
      wanted: { a: -0.0696772, b: -0.9361987, txPx: 10.271348, tyPx: 11.6699392 },
    },
  ])('is what another program computes when $how', ({ from, to, weights, tolerance, wanted }) => {
    const pairs = from.map((point, i) => ({ from: point, to: to[i]!, weight: weights[i]! }));
    const fit = fitSimilarity(pairs, tolerance);
    for (const key of ['a', 'b', 'txPx', 'tyPx'] as const) expect(fit[key]).toBeCloseTo(wanted[key], 6);
  });

  it('refuses points that are all the same', () => {
    const pair = { from: { xPx: 1, yPx: 1 }, to: { xPx: 2, yPx: 2 }, weight: 1 };
    expect(() => fitSimilarity([pair, pair], 0.1)).toThrow(RangeError);
  });
});
