import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySimilarity, type Correspondence, fitSimilarity } from './similarity.ts';

const PAGE = [
  { xPx: 20, yPx: 19 },
  { xPx: 40, yPx: 19 },
  { xPx: 30, yPx: 33.6 },
  { xPx: 30, yPx: 40.6 },
];

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

  it('refuses points that are all the same', () => {
    const pair = { from: { xPx: 1, yPx: 1 }, to: { xPx: 2, yPx: 2 }, weight: 1 };
    expect(() => fitSimilarity([pair, pair], 0.1)).toThrow(RangeError);
  });
});
