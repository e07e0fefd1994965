import { CROP_PX } from '../align-face.ts';
import { COVER_BIAS, COVER_WEIGHTS } from './cover-weights.ts';

/**
 * Whether something lies over the face: a mask, a hand, a tube with its tape, hair over the eyes.
 *
 * The landmark net invents eyes and mouth wherever a face could have them, so that landmarks and the crop they cut out
 * look plausible under a mask as well. What they cannot invent is the crop's texture. The middle of the crop is divided
 * into 8 x 8 cells, each described by its level and by its changes across and down; a logistic regression over them was
 * fitted to faces with drawn covers by bench/fit-cover.ts. See docs/quality.md for what it finds and misses.
 */

/** The part of the crop that the emotion model reads, in cells. */
const CELLS = 8;
const CELL_PX = 6;
const MARGIN_PX = (CROP_PX - CELLS * CELL_PX) / 2;

/** Keeps a flat crop from being divided by nothing; in grey levels. */
const LEAST_SPREAD = 4;

export const COVER_FEATURES = 3 * CELLS * CELLS;

/**
 * What the regression sees: for each cell, row by row, its mean level, its mean change across and its mean change down.
 * Light and contrast are taken out by the crop's own mean and spread; changes enter by their square root, as their tail
 * is long.
 *
 * @param crop Row-major [60, 60], 0 to 255.
 */
export function coverFeatures(crop: Uint8Array): Float32Array {
  if (crop.length !== CROP_PX * CROP_PX) {
    throw new RangeError(`a crop of ${CROP_PX} x ${CROP_PX} was expected; found ${crop.length} bytes`);
  }
  const { mean, spread } = levelsOf(crop);
  const features = new Float32Array(COVER_FEATURES);
  const share = 1 / (CELL_PX * CELL_PX);
  for (let cell = 0; cell < CELLS * CELLS; cell++) {
    const top = MARGIN_PX + Math.floor(cell / CELLS) * CELL_PX;
    const left = MARGIN_PX + (cell % CELLS) * CELL_PX;
    let [level, across, down] = [0, 0, 0];
    for (let row = top; row < top + CELL_PX; row++) {
      for (let at = row * CROP_PX + left; at < row * CROP_PX + left + CELL_PX; at++) {
        level += crop[at]! - mean;
        across += Math.abs(crop[at + 1]! - crop[at - 1]!);
        down += Math.abs(crop[at + CROP_PX]! - crop[at - CROP_PX]!);
      }
    }
    features[3 * cell] = (level * share) / spread;
    features[3 * cell + 1] = Math.sqrt((across * share) / spread);
    features[3 * cell + 2] = Math.sqrt((down * share) / spread);
  }
  return features;
}

/** Probability that the face of this crop is covered, on the mixture it was fitted to; 0 to 1. */
export function coverProbability(crop: Uint8Array): number {
  const features = coverFeatures(crop);
  let sum = COVER_BIAS;
  for (let i = 0; i < COVER_FEATURES; i++) sum += COVER_WEIGHTS[i]! * features[i]!;
  return 1 / (1 + Math.exp(-sum));
}

function levelsOf(crop: Uint8Array): { mean: number; spread: number } {
  let sum = 0;
  let squares = 0;
  for (let row = MARGIN_PX; row < CROP_PX - MARGIN_PX; row++) {
    for (let column = MARGIN_PX; column < CROP_PX - MARGIN_PX; column++) {
      const level = crop[row * CROP_PX + column]!;
      sum += level;
      squares += level * level;
    }
  }
  const count = (CELLS * CELL_PX) ** 2;
  const mean = sum / count;
  return { mean, spread: Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, squares / count - mean * mean))) };
}
