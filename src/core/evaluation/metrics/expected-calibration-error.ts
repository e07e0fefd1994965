import type { MostLikely } from '../most-likely.ts';

/** Equal widths over 0 to 1; the number that Guo et al. report with. */
export const CALIBRATION_BINS = 15;

/** The images whose confidence lies above `from` and not above `to`. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly images: number;
  /** Mean confidence of its images; null without any. */
  readonly confidence: number | null;
  /** Share of its images that are named right; null without any. */
  readonly accuracy: number | null;
}

/**
 * Expected calibration error: how far "80 % sure" is from being right in 80 % of cases.
 *
 * Images are put into 15 bins of equal width by the probability of the emotion named; the error is the mean over
 * images of their bin's |accuracy - mean confidence|. Bins are open below and closed above.
 *
 * Source: Guo et al. 2017, arXiv:1706.04599, equation 3.
 *
 * @param weights How often each image counts; once each when left out.
 * @returns 0 to 1, or null without images.
 */
export function expectedCalibrationError(
  { predicted, confidence }: MostLikely,
  truth: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number | null {
  const surplus = new Float64Array(CALIBRATION_BINS);
  let images = 0;
  for (let i = 0; i < truth.length; i += 1) {
    const weight = weights ? weights[i]! : 1;
    surplus[binOf(confidence[i]!)]! += weight * ((predicted[i] === truth[i] ? 1 : 0) - confidence[i]!);
    images += weight;
  }
  return images === 0 ? null : surplus.reduce((sum, each) => sum + Math.abs(each), 0) / images;
}

/** The bins behind the error, from least to most sure, empty ones included: what a reliability diagram draws. */
export function calibrationBins({ predicted, confidence }: MostLikely, truth: ArrayLike<number>): CalibrationBin[] {
  const images = new Int32Array(CALIBRATION_BINS);
  const right = new Int32Array(CALIBRATION_BINS);
  const claimed = new Float64Array(CALIBRATION_BINS);
  for (let i = 0; i < truth.length; i += 1) {
    const bin = binOf(confidence[i]!);
    images[bin]! += 1;
    claimed[bin]! += confidence[i]!;
    if (predicted[i] === truth[i]) right[bin]! += 1;
  }
  return Array.from(images, (n, bin) => ({
    from: bin / CALIBRATION_BINS,
    to: (bin + 1) / CALIBRATION_BINS,
    images: n,
    confidence: n === 0 ? null : claimed[bin]! / n,
    accuracy: n === 0 ? null : right[bin]! / n,
  }));
}

function binOf(confidence: number): number {
  return Math.min(CALIBRATION_BINS - 1, Math.max(0, Math.ceil(confidence * CALIBRATION_BINS) - 1));
}
