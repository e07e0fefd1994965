import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

const _ = null;

/** The example of Krippendorff 2011, section C: four observers, twelve units, missing data; nominal alpha 0.743. */
const OBSERVERS: readonly (readonly (number | null)[])[] = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];
const UNITS = OBSERVERS[0]!.map((_first, unit) => OBSERVERS.map((answers) => answers[unit]!));

/** By pairs of answers, the long way. */
function slowAlpha(units: readonly (readonly (number | null)[])[]): number | null {
  const given = units.map((unit) => unit.filter((answer) => answer !== null)).filter((unit) => unit.length > 1);
  const values = given.flat();
  const n = values.length;
  const disagreement = given.reduce((sum, unit) => {
    const differing = unit.flatMap((a, i) => unit.filter((b, j) => i !== j && a !== b)).length;
    return sum + differing / (unit.length - 1);
  }, 0);
  const byChance = values.flatMap((a) => values.filter((b) => a !== b)).length;
  return byChance === 0 ? null : 1 - ((n - 1) * disagreement) / byChance;
}

describe('krippendorffAlpha', () => {
  it('gives what its author does for his example', () => {
    expect(krippendorffAlpha(UNITS, 6)?.alpha).toBeCloseTo(0.743, 3);
  });

  it('gives what pairs of answers give, counted one by one', () => {
    const units = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 4 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(units, (drawn) => {
        const [alpha, slow] = [krippendorffAlpha(drawn, 4)?.alpha ?? null, slowAlpha(drawn)];
        if (slow === null) expect(alpha).toBeNull();
        else expect(alpha).toBeCloseTo(slow, 10);
      }),
    );
  });

  it('counts a unit as often as its weight says', () => {
    const twice = [...UNITS, UNITS[5]!];
    const weights = UNITS.map((_unit, index) => (index === 5 ? 2 : 1));
    expect(krippendorffAlpha(UNITS, 6, weights)?.alpha).toBeCloseTo(krippendorffAlpha(twice, 6)!.alpha!, 12);
    expect(
      krippendorffAlpha(
        UNITS,
        6,
        UNITS.map(() => 0),
      ),
    ).toBeNull();
  });

  it('is 1 where all agree, and undefined where all say one thing or nobody meets another', () => {
    const agree = [
      [0, 0],
      [1, 1],
    ];
    expect(krippendorffAlpha(agree, 2)).toEqual({ observed: 1, byChance: expect.closeTo(1 / 3, 12), alpha: 1 });
    expect(krippendorffAlpha([[1, 1, 1]], 2)).toEqual({ observed: 1, byChance: 1, alpha: null });
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 0],
        ],
        2,
      ),
    ).toBeNull();
  });
});
