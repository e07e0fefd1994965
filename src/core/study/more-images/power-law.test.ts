import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPowerLaw, shareAt } from './power-law.ts';

const SIZES = [50, 100, 200, 400];

describe('fitPowerLaw', () => {
  it('finds a power law from what it gives, and follows it further', () => {
    const exponents = fc.constantFrom(0.2, 0.5, 1);
    fc.assert(
      fc.property(exponents, fc.double({ min: 0.5, max: 0.9, noNaN: true }), (exponent, limit) => {
        const law = { limit, loss: 0.8, exponent };
        const found = fitPowerLaw(SIZES.map((images) => ({ images, share: limit - 0.8 * images ** -exponent })));
        expect(found.exponent).toBe(exponent);
        expect(shareAt(found, 800)).toBeCloseTo(shareAt(law, 800), 6);
      }),
    );
  });

  it('lets a curve fall, and says of a flat one that it stays', () => {
    const falling = fitPowerLaw(SIZES.map((images, index) => ({ images, share: 0.8 - 0.1 * index })));
    expect(shareAt(falling, 800)).toBeLessThan(0.5);
    expect(shareAt(fitPowerLaw(SIZES.map((images) => ({ images, share: 0.6 }))), 800)).toBeCloseTo(0.6, 9);
  });

  it('keeps to what a share can be, and needs two sizes', () => {
    const steep = fitPowerLaw([
      { images: 10, share: 0.1 },
      { images: 20, share: 0.95 },
    ]);
    expect(shareAt(steep, 40)).toBe(1);
    expect(() => fitPowerLaw([{ images: 10, share: 0.1 }])).toThrow(RangeError);
  });
});
