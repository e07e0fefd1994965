import { CROP_PX } from '../faces/face-set.ts';
import { CENTRE_PX, RIM_PX } from './hash.ts';

/** Pixels are averaged two by two, so that compression and scaling change little. */
const POOL_PX = 2;
const SIDE = CENTRE_PX / POOL_PX;
/** Landmarks of a mirrored or recompressed face differ by so much. */
const MOST_SHIFT_PX = 2;

/**
 * The crop's centre, averaged two by two, with mean 0 and length 1, so that a dot product of two is their correlation.
 *
 * @param shift In crop pixels, each at most 6 either way.
 * @returns 576 numbers; all 0 for a crop of one grey, which correlates with nothing.
 */
export function correlationVector(crop: Uint8Array, mirrored: boolean, shift = { xPx: 0, yPx: 0 }): Float32Array {
  const vector = new Float32Array(SIDE * SIDE);
  let sum = 0;
  for (let y = 0; y < SIDE; y += 1) {
    const top = (RIM_PX + shift.yPx + y * POOL_PX) * CROP_PX;
    for (let x = 0; x < SIDE; x += 1) {
      const at = RIM_PX + shift.xPx + x * POOL_PX;
      const left = mirrored ? CROP_PX - POOL_PX - at : at;
      const i = top + left;
      const total = crop[i]! + crop[i + 1]! + crop[i + CROP_PX]! + crop[i + CROP_PX + 1]!;
      vector[y * SIDE + x] = total;
      sum += total;
    }
  }
  const mean = sum / vector.length;
  let squares = 0;
  for (let i = 0; i < vector.length; i += 1) {
    vector[i]! -= mean;
    squares += vector[i]! ** 2;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length && length > 0; i += 1) vector[i]! /= length;
  return vector;
}

/** @returns -1 to 1. */
export function correlation(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * The highest correlation of a face with another that is shifted by up to 2 pixels either way.
 *
 * @param vector Of the face that stays, by {@link correlationVector}.
 */
export function bestCorrelation(vector: Float32Array, crop: Uint8Array): number {
  let best = -1;
  for (let yPx = -MOST_SHIFT_PX; yPx <= MOST_SHIFT_PX; yPx += 1) {
    for (let xPx = -MOST_SHIFT_PX; xPx <= MOST_SHIFT_PX; xPx += 1) {
      best = Math.max(best, correlation(vector, correlationVector(crop, false, { xPx, yPx })));
    }
  }
  return best;
}
