import { describe, expect, it } from 'vitest';
import { chooseThreshold } from './threshold.ts';

/** Images by rising confidence, right or wrong. */
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
    expect(choose(0.6)).toBe(0);
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

  it('refuses to choose on nothing', () => {
    expect(() => chooseThreshold(images([], []).named, [])).toThrow(/at least one image/);
  });
});
