import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankByConfidence, riskCoverageArea, riskCoverageCurve } from './risk-coverage.ts';

/** Images with a confidence each, named right or wrong. */
function ranked(confidence: readonly number[], wrong: readonly number[]) {
  const named = {
    predicted: Int8Array.from(wrong, (each) => each),
    confidence: Float32Array.from(confidence),
  };
  return rankByConfidence(
    named,
    wrong.map(() => 0),
  );
}

/** Straight from the definition: for each image, the errors among all that are at least as sure. */
function slowArea(confidence: readonly number[], wrong: readonly number[]): number {
  const risks = confidence.map((threshold) => {
    const covered = wrong.filter((_, i) => confidence[i]! >= threshold);
    return covered.reduce((sum, each) => sum + each, 0) / covered.length;
  });
  return risks.reduce((sum, each) => sum + each, 0) / risks.length;
}

describe('riskCoverageArea', () => {
  const confidence = [0.95, 0.9, 0.8, 0.75, 0.6, 0.55, 0.5, 0.4];
  const wrong = [0, 0, 1, 0, 0, 1, 1, 0];

  // NumPy 2.4: np.mean(np.cumsum([0,0,1,0,0,1,1,0]) / np.arange(1, 9))
  it('agrees with NumPy', () => {
    expect(riskCoverageArea(ranked(confidence, wrong))).toBeCloseTo(0.2400297619047619, 12);
  });

  it('is the mean risk over images, equals taken together, in whatever order they come', () => {
    const image = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(image, { minLength: 1, maxLength: 30 }), (images) => {
        const sure = images.map(([eighths]) => eighths / 8);
        const errs = images.map((each) => each[1]);
        const area = riskCoverageArea(ranked(sure, errs));
        expect(area).toBeCloseTo(slowArea(sure, errs), 9);
        expect(riskCoverageArea(ranked(sure.toReversed(), errs.toReversed()))).toBeCloseTo(area!, 9);
      }),
    );
  });

  it('counts an image as often as its weight says', () => {
    const twice = riskCoverageArea(ranked([0.75, 0.5, 0.5], [0, 1, 1]));
    expect(riskCoverageArea(ranked([0.5, 0.75, 0.25], [1, 0, 1]), [2, 1, 0])).toBeCloseTo(twice!, 12);
  });

  it('does without the surest image where a draw leaves it out', () => {
    expect(riskCoverageArea(ranked([0.75, 0.5, 0.25], [1, 0, 1]), [0, 1, 1])).toBeCloseTo(0.25, 12);
  });

  it('is null without images', () => {
    expect(riskCoverageArea(ranked([], []))).toBeNull();
  });
});

describe('riskCoverageCurve', () => {
  it('has one point for each confidence that occurs', () => {
    expect(riskCoverageCurve(ranked([0.5, 0.75, 0.5, 0.25], [1, 0, 0, 1]))).toEqual([
      { coverage: 0.25, risk: 0, threshold: 0.75 },
      { coverage: 0.75, risk: 1 / 3, threshold: 0.5 },
      { coverage: 1, risk: 0.5, threshold: 0.25 },
    ]);
  });

  it('keeps few points of many images, the last among them', () => {
    const confidence = Array.from({ length: 5000 }, (_, i) => i / 5000);
    const curve = riskCoverageCurve(
      ranked(
        confidence,
        confidence.map((_, i) => i % 2),
      ),
      50,
    );
    // The surest image, then one for each of 50 steps.
    expect(curve.map(({ coverage }) => Math.round(coverage * 50))).toEqual(Array.from({ length: 51 }, (_, i) => i));
    expect(curve.at(-1)).toEqual({ coverage: 1, risk: 0.5, threshold: 0 });
  });
});
