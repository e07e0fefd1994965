import type { GapReason } from '../../emotion/gap.ts';
import type { Quality } from '../../emotion/quality.ts';
import { CROP_PX } from '../align-face.ts';
import { assertFrame, type Frame } from '../frame.ts';
import { distancePx, keyPoints, type Landmarks } from '../landmarks.ts';
import { coverProbability } from './cover.ts';
import { yawDeg } from './head-turn.ts';

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
    ...cropQuality(crop),
    eyeDistancePx: distancePx(leftEye, rightEye),
    yawDeg: yawDeg(landmarks),
  };
}

/**
 * What of it follows from the crop alone.
 *
 * @param crop As for {@link measureQuality}.
 */
export function cropQuality(crop: Uint8Array): Pick<Quality, 'brightness' | 'sharpness'> {
  return { brightness: meanLevel(crop) / 255, sharpness: directionalSharpness(crop) };
}

/**
 * When a crop must not be read; each limit from a curve of docs/quality.md, measured by bench/quality.ts on rendered
 * faces of children whom the model had never seen.
 */
export const QUALITY_LIMITS = {
  /**
   * Frame pixels between the eyes. Read right at 9 to 16: 45 of 53, as often as near by; smaller faces are not found.
   */
  leastEyeDistancePx: 10,
  /** Mean grey, 0 to 1. Read right at 0.1 to 0.15: 13 of 13; darker faces are not found. */
  leastBrightness: 0.08,
  /** Read right from 0.85: 21 of 31, up to there 111 of 126. Too few from 0.94 on (3) to say more. */
  mostBrightness: 0.94,
  /**
   * Second differences, see {@link measureQuality}. Read right below 16: 32 of 61; 16 to 50: 67 of 92; above: 113 of
   * 127.
   */
  leastSharpness: 20,
  /** Degrees to either side. Up to 24 no fall is seen, beyond it nothing was measured: a precaution. */
  mostYawDeg: 35,
  /** Of {@link coverProbability}. Refused at 0.8: 115 of 123 covered faces, none of 37 plain ones. */
  mostCover: 0.8,
} as const;

/** A frame without any face is called dark or glaring beyond these mean greys: nobody could be seen in it. */
const EMPTY = { leastBrightness: 0.13, mostBrightness: 0.9 } as const;

/** Of an empty frame, one pixel in so many is read. */
const EMPTY_STRIDE = 101;

/**
 * Why a crop of this quality must not be read, the reason that staff can act on first; null when it may be, as far as
 * its quality goes: {@link coverReason} says whether there is a face to be read in it.
 */
export function gapReason({ brightness, sharpness, eyeDistancePx, yawDeg }: Quality): GapReason | null {
  if (eyeDistancePx < QUALITY_LIMITS.leastEyeDistancePx) return 'too-far';
  if (Math.abs(yawDeg) > QUALITY_LIMITS.mostYawDeg) return 'turned-away';
  if (brightness < QUALITY_LIMITS.leastBrightness) return 'too-dark';
  if (brightness > QUALITY_LIMITS.mostBrightness) return 'too-bright';
  if (sharpness < QUALITY_LIMITS.leastSharpness) return 'blurred';
  return null;
}

/** 'covered' when something lies over the face, else null. @param crop As for {@link measureQuality}. */
export function coverReason(crop: Uint8Array): GapReason | null {
  return coverProbability(crop) > QUALITY_LIMITS.mostCover ? 'covered' : null;
}

/** Why no face was found in a frame: it is too dark or too bright to see one, or else there is none. */
export function emptyFrameReason(frame: Frame): GapReason {
  assertFrame(frame);
  const { data, channels, widthPx, heightPx } = frame;
  let sum = 0;
  let count = 0;
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += EMPTY_STRIDE) {
    const at = pixel * channels;
    sum += data[at]! + data[at + 1]! + data[at + 2]!;
    count++;
  }
  const brightness = sum / (3 * 255 * count);
  if (brightness < EMPTY.leastBrightness) return 'too-dark';
  return brightness > EMPTY.mostBrightness ? 'too-bright' : 'no-face';
}

/**
 * Standard deviation of the grey levels below which a crop shows no face: in 410 of the demo cohort it is 16.7 at least, in
 * a picture of one colour, coded as a JPEG, under 1.
 */
const LEAST_SPREAD_LEVELS = 3;

/** True for a crop of one grey, in which nobody can be seen, whatever landmarks were found in it. */
export function isBlank(crop: Uint8Array): boolean {
  let sum = 0;
  let squares = 0;
  for (const level of crop) {
    sum += level;
    squares += level * level;
  }
  return squares / crop.length - (sum / crop.length) ** 2 < LEAST_SPREAD_LEVELS ** 2;
}

function meanLevel(crop: Uint8Array): number {
  let sum = 0;
  for (let row = MARGIN_PX; row < MARGIN_PX + READ_PX; row++) {
    for (let column = MARGIN_PX; column < MARGIN_PX + READ_PX; column++) sum += crop[row * CROP_PX + column]!;
  }
  return sum / (READ_PX * READ_PX);
}

/**
 * Four times the lesser of the variances of the second differences along rows and along columns.
 *
 * For detail that is alike in all directions it says the same as the variance of the Laplacian (Pech-Pacheco et al.
 * 2000, "Diatom autofocusing in brightfield microscopy"), and for a checkerboard it gives the same number. But a moving
 * head blurs one direction only: the Laplacian still finds the other one sharp, and the model is then wrong more often
 * than right.
 */
function directionalSharpness(crop: Uint8Array): number {
  return 4 * Math.min(secondDifferenceVariance(crop, 1), secondDifferenceVariance(crop, CROP_PX));
}

function secondDifferenceVariance(crop: Uint8Array, step: number): number {
  let sum = 0;
  let squares = 0;
  for (let row = MARGIN_PX; row < MARGIN_PX + READ_PX; row++) {
    for (let column = MARGIN_PX; column < MARGIN_PX + READ_PX; column++) {
      const at = row * CROP_PX + column;
      const value = crop[at - step]! + crop[at + step]! - 2 * crop[at]!;
      sum += value;
      squares += value * value;
    }
  }
  const count = READ_PX * READ_PX;
  return squares / count - (sum / count) ** 2;
}
