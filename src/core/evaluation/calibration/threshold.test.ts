import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseThreshold, type ThresholdAim } from './threshold.ts';

const HIGHEST = 1 - 2 ** -24;

/** The rule, the long way: every confidence that occurs, of which the lowest gives up nobody. */
function slowly(confidence: readonly number[], right: readonly boolean[], aim: ThresholdAim) {
  const count = (holds: (each: number, image: number) => boolean) => confidence.filter(holds).length;
  const within = [...new Set(confidence)]
    .sort((a, b) => a - b)
    .filter((threshold) => count((each) => each < threshold) <= aim.mostAbstained * confidence.length);
  const good = within.find((threshold) => {
    const sure = count((each) => each >= threshold);
    return count((each, image) => each >= threshold && right[image]!) >= aim.accuracyWhenSure * sure;
  });
  return { threshold: Math.min(good ?? within.at(-1)!, HIGHEST), reached: good !== undefined };
}

/** Images, right or wrong. */
function images(confidence: readonly number[], right: readonly boolean[]) {
  return {
    named: { predicted: Int8Array.from(confidence, () => 0), confidence: Float32Array.from(confidence) },
    truth: right.map((each) => (each ? 0 : 1)),
  };
}

describe('chooseThreshold', () => {
  const { named, truth } = images([0.25, 0.5, 0.5, 0.75, 0.875], [false, true, false, true, true]);

  it('takes the smallest threshold at which accuracy when sure reaches the aim', () => {
    // Sure on 5: 3/5 right; on 4: 3/4; on 2: 2/2.
    const choose = (accuracyWhenSure: number) =>
      chooseThreshold(named, truth, { accuracyWhenSure, mostAbstained: 1 }).threshold;
    expect(choose(0.6), 'nobody is given up, and yet there is a threshold').toBe(0.25);
    expect(choose(0.61)).toBe(0.5);
    expect(choose(0.75)).toBe(0.5);
    expect(choose(0.76)).toBe(0.75);
  });

  it('never gives up more images than allowed, and says that the aim was not reached', () => {
    expect(chooseThreshold(named, truth, { accuracyWhenSure: 0.9, mostAbstained: 0.4 })).toEqual({
      threshold: 0.5,
      reached: false,
    });
    expect(chooseThreshold(named, truth, { accuracyWhenSure: 0.9, mostAbstained: 0.6 })).toEqual({
      threshold: 0.75,
      reached: true,
    });
  });

  it('keeps at least one image for a model that is always wrong', () => {
    const wrong = images([0.5, 0.75], [false, false]);
    expect(chooseThreshold(wrong.named, wrong.truth, { accuracyWhenSure: 0.9, mostAbstained: 1 })).toEqual({
      threshold: 0.75,
      reached: false,
    });
  });

  it('is what the rule says, in whatever order the images come', () => {
    const image = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.boolean());
    const shares = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
    fc.assert(
      fc.property(fc.array(image, { minLength: 1, maxLength: 12 }), shares, shares, (all, accuracyWhenSure, most) => {
        const confidence = all.map(([eighths]) => eighths / 8);
        const right = all.map(([, isRight]) => isRight);
        const aim = { accuracyWhenSure, mostAbstained: most };
        const { named, truth } = images(confidence, right);
        expect(chooseThreshold(named, truth, aim)).toEqual(slowly(confidence, right, aim));
      }),
    );
  });

  it('aims at 95 % right when sure, and gives up 35 % at most', () => {
    const twenty = (wrong: number) => {
      const { named, truth } = images(
        Array.from({ length: 20 }, (_, i) => (i + 1) / 32),
        Array.from({ length: 20 }, (_, i) => i >= wrong),
      );
      return chooseThreshold(named, truth);
    };
    expect(twenty(1), '19 of 20 right').toEqual({ threshold: 1 / 32, reached: true });
    expect(twenty(2), '18 of 19 right when one is given up').toEqual({ threshold: 3 / 32, reached: true });
    expect(twenty(7)).toEqual({ threshold: 8 / 32, reached: true });
    expect(twenty(8), '12 of 13 right when seven are given up').toEqual({ threshold: 8 / 32, reached: false });
  });

  it('refuses to choose on nothing', () => {
    expect(() => chooseThreshold(images([], []).named, [])).toThrow(/at least one image/);
  });
});
