import { expect, it } from 'vitest';
import { calibrationCurve, riskCoverageCurve } from './evaluation-curves.ts';

const figure = (value: number) => ({ value, low: 0, high: 1 });

it('draws the bins that hold images, and the line on which a model keeps its word', () => {
  const calibrationBins = [
    { from: 0, to: 0.5, images: 0, confidence: null, accuracy: null },
    { from: 0.5, to: 1, images: 4, confidence: 0.75, accuracy: 0.5 },
  ];
  expect(calibrationCurve({ calibrationBins })).toEqual([
    [0, 0.75, 1],
    [null, 0.5, null],
    [0, 0.75, 1],
  ]);
});

it('marks the threshold in use where its coverage lies', () => {
  const curve = [
    { coverage: 0.25, risk: 0, threshold: 0.9 },
    { coverage: 1, risk: 0.5, threshold: 0.2 },
  ];
  const riskCoverage = { area: figure(0.2), curve };
  const found = { riskCoverage, abstained: figure(0.25), accuracyWhenSure: figure(0.875) };
  expect(riskCoverageCurve(found)).toEqual([
    [0.25, 0.75, 1],
    [0, null, 0.5],
    [null, 0.125, null],
  ]);
  expect(riskCoverageCurve({ ...found, accuracyWhenSure: null })[0]).toEqual([0.25, 1]);
});
