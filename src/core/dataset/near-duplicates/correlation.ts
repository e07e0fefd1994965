import { CROP_PX } from '../faces/face-set.ts';
import { CENTRE_PX, RIM_PX } from './hash.ts';

/** Pixels are averaged two by two, so that compression and scaling change little. */
const POOL_PX = 2;
/** Of a vector's 24 x 24 pixels. */
export const SIDE = CENTRE_PX / POOL_PX;
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
 * @param vector Of the face that stays, by {@link correlationVector}; its mean is 0, so that the other's need not be taken off first.
 */
export function bestCorrelation(vector: Float32Array, crop: Uint8Array): number {
  const pooled = poolEveryPixel(crop);
  let best = -1;
  for (let yPx = -MOST_SHIFT_PX; yPx <= MOST_SHIFT_PX; yPx += 1) {
    for (let xPx = -MOST_SHIFT_PX; xPx <= MOST_SHIFT_PX; xPx += 1) {
      let [sum, squares, product] = [0, 0, 0];
      for (let y = 0; y < SIDE; y += 1) {
        const from = (RIM_PX + yPx + y * POOL_PX) * CROP_PX + RIM_PX + xPx;
        for (let x = 0; x < SIDE; x += 1) {
          const value = pooled[from + x * POOL_PX]!;
          sum += value;
          squares += value * value;
          product += value * vector[y * SIDE + x]!;
        }
      }
      const length = Math.sqrt(squares - sum ** 2 / vector.length);
      if (length > 0) best = Math.max(best, product / length);
    }
  }
  return best;
}

/** Of each pixel the sum of itself, its right, its lower and its lower right neighbour, where it has them. */
function poolEveryPixel(crop: Uint8Array): Int32Array {
  const pooled = new Int32Array(crop.length);
  for (let i = 0; i < crop.length - CROP_PX - 1; i += 1) {
    pooled[i] = crop[i]! + crop[i + 1]! + crop[i + CROP_PX]! + crop[i + CROP_PX + 1]!;
  }
  return pooled;
}
