import type { GapReason, Quality } from '../emotion/sample.ts';
import { CROP_PX } from './align-face.ts';
import { yawDeg } from './head-turn.ts';
import { distancePx, keyPoints, type Landmarks } from './landmarks.ts';

/** The part of the crop that the model reads, and that its quality is measured on. */
const READ_PX = 48;
const MARGIN_PX = (CROP_PX - READ_PX) / 2;

/**
 * What can be said of a crop without knowing what it shows.
 *
 * @param crop Row-major [60, 60], 0 to 255.
 * @param landmarks Of the same face, in frame pixels.
 */
export function measureQuality(crop: Uint8Array, landmarks: Landmarks): Quality {
  if (crop.length !== CROP_PX * CROP_PX) {
    throw new RangeError(`a crop of ${CROP_PX} x ${CROP_PX} was expected; found ${crop.length} bytes`);
  }
  const { leftEye, rightEye } = keyPoints(landmarks);
  return {
    brightness: meanLevel(crop) / 255,
    sharpness: laplacianVariance(crop),
    eyeDistancePx: distancePx(leftEye, rightEye),
    yawDeg: yawDeg(landmarks),
  };
}

/**
 * When a crop is too poor to be read. Lenient: they keep out what nobody could read. All 806 faces of the demo clip and
 * all of 410 faces of the demo cohort pass; the ranges measured there are beside each limit (clip; cohort).
 */
const LIMITS = {
  /** Camera pixels between the eyes; 65-74; 18-34. Below 10 the crop shows less than half of the detail it has room for. */
  leastEyeDistancePx: 10,
  /** Mean grey, 0 to 1; 0.61-0.67; 0.36-0.69. */
  leastBrightness: 0.08,
  mostBrightness: 0.94,
  /** Variance of the Laplacian; 550-1090; 23-1390. */
  leastSharpness: 8,
  /** Degrees to either side; up to 22; up to 27. Beyond 50 half of the face is hidden. */
  mostYawDeg: 50,
} as const;

/** Why a crop of this quality must not be read, the reason that staff can act on first; null when it may be. */
export function gapReason({ brightness, sharpness, eyeDistancePx, yawDeg }: Quality): GapReason | null {
  if (eyeDistancePx < LIMITS.leastEyeDistancePx) return 'too-far';
  if (Math.abs(yawDeg) > LIMITS.mostYawDeg) return 'turned-away';
  if (brightness < LIMITS.leastBrightness) return 'too-dark';
  if (brightness > LIMITS.mostBrightness) return 'too-bright';
  if (sharpness < LIMITS.leastSharpness) return 'blurred';
  return null;
}

function meanLevel(crop: Uint8Array): number {
  let sum = 0;
  for (let row = MARGIN_PX; row < MARGIN_PX + READ_PX; row++) {
    for (let column = MARGIN_PX; column < MARGIN_PX + READ_PX; column++) sum += crop[row * CROP_PX + column]!;
  }
  return sum / (READ_PX * READ_PX);
}

/** Variance of the four-neighbour Laplacian; Pech-Pacheco et al. 2000, "Diatom autofocusing in brightfield microscopy". */
function laplacianVariance(crop: Uint8Array): number {
  let sum = 0;
  let squares = 0;
  for (let row = MARGIN_PX; row < MARGIN_PX + READ_PX; row++) {
    for (let column = MARGIN_PX; column < MARGIN_PX + READ_PX; column++) {
      const at = row * CROP_PX + column;
      const around = crop[at - 1]! + crop[at + 1]! + crop[at - CROP_PX]! + crop[at + CROP_PX]!;
      const value = around - 4 * crop[at]!;
      sum += value;
      squares += value * value;
    }
  }
  const count = READ_PX * READ_PX;
  return squares / count - (sum / count) ** 2;
}
