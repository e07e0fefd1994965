import { expect, it } from 'vitest';
import { CALIBRATION_BINS, calibrationBins, expectedCalibrationError } from './expected-calibration-error.ts';

/** Straight from the equation: bin by bin, the mean accuracy and the mean confidence. */
function slowReference(confidence: Float32Array, right: readonly boolean[]): number {
  let error = 0;
  for (let bin = 0; bin < CALIBRATION_BINS; bin += 1) {
    const inside = [...confidence.keys()].filter(
      (i) => confidence[i]! > bin / CALIBRATION_BINS && confidence[i]! <= (bin + 1) / CALIBRATION_BINS,
    );
    if (inside.length === 0) continue;
    const accuracy = inside.filter((i) => right[i]).length / inside.length;
    const meanConfidence = inside.reduce((sum, i) => sum + confidence[i]!, 0) / inside.length;
    error += (inside.length / confidence.length) * Math.abs(accuracy - meanConfidence);
  }
  return error;
}

const confidence = Float32Array.from({ length: 200 }, (_, i) => 0.15 + (0.85 * ((i * 37) % 200)) / 199);
const predicted = Int8Array.from(confidence, (_, i) => i % 7);
const truth = Int8Array.from(predicted, (each, i) => (i % 3 === 0 ? (each + 1) % 7 : each));
const right = [...truth].map((each, i) => each === predicted[i]);

it('agrees with the equation written out bin by bin', () => {
  const error = expectedCalibrationError({ predicted, confidence }, truth);
  expect(error).toBeCloseTo(slowReference(confidence, right), 9);
  expect(error).toBeGreaterThan(0.1);
});

it('is 0 when every bin is as often right as it claims, and the gap when it claims too much', () => {
  const half = { predicted: Int8Array.of(0, 0), confidence: Float32Array.of(0.5, 0.5) };
  expect(expectedCalibrationError(half, [0, 1])).toBe(0);
  expect(expectedCalibrationError(half, [1, 1])).toBe(0.5);
});

it('counts an image as often as its weight says', () => {
  const two = { predicted: Int8Array.of(0, 0), confidence: Float32Array.of(0.75, 0.25) };
  expect(expectedCalibrationError(two, [0, 0], [3, 1])).toBeCloseTo((3 * 0.25 + 0.75) / 4, 9);
});

it('is null without images', () => {
  expect(expectedCalibrationError({ predicted: new Int8Array(), confidence: new Float32Array() }, [])).toBeNull();
});

// scikit-learn 1.9.1: calibration_curve([1, 0, 1, 1, 0], [.31, .32, .62, .64, .9], n_bins=15) gives the accuracies
// 1/2, 1, 0 and the mean confidences .315, .63, .9
it('shows the bins behind the error', () => {
  const named = { predicted: Int8Array.of(1, 1, 1, 1, 1), confidence: Float32Array.of(0.31, 0.32, 0.62, 0.64, 0.9) };
  const shown = [1, 0, 1, 1, 0];
  const bins = calibrationBins(named, shown);
  expect(bins).toHaveLength(15);
  const filled = bins.filter((each) => each.images > 0);
  expect(filled.map((each) => [each.images, each.accuracy])).toEqual([
    [2, 0.5],
    [2, 1],
    [1, 0],
  ]);
  expect(filled.map((each) => Number(each.confidence!.toFixed(6)))).toEqual([0.315, 0.63, 0.9]);
  const error = bins.reduce((sum, { images, confidence: claimed, accuracy }) => {
    return images === 0 ? sum : sum + (images / 5) * Math.abs(accuracy! - claimed!);
  }, 0);
  expect(error).toBeCloseTo(expectedCalibrationError(named, shown)!, 12);
  expect(bins[0]).toEqual({ from: 0, to: 1 / 15, images: 0, confidence: null, accuracy: null });
});

it('closes each bin above and opens it below; 0 and 1 are in the outermost', () => {
  const confidence = Float64Array.of(0, 1 / 15, 1 / 15 + 1e-9, 14 / 15, 14 / 15 + 1e-9, 1) as unknown as Float32Array;
  const predicted = new Int8Array(confidence.length);
  const images = calibrationBins({ predicted, confidence }, predicted).map((each) => each.images);
  expect(images).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
});
