import { CROP_PX } from '../faces/face-set.ts';
import { correlationVector, SIDE } from './correlation.ts';
import { nearDuplicateHash, onesIn } from './hash.ts';

/** Blocks of a vector's pixels that the outline adds up: 3 x 3 of 24 x 24. */
const BLOCK = 3;
const BLOCKS = SIDE / BLOCK;
const OUTLINE = BLOCKS * BLOCKS;
/** Above what rounding to 32 bits can make of a bound. */
const ROUNDING = 1e-5;

/** Faces as columns of numbers, one row a face: millions of pairs are looked at, and objects would take ten times as long. */
export interface FaceColumns {
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** [count, 576], by `correlationVector`. */
  readonly vectors: Float32Array;
  /** [count, 64]: the vector in coarse blocks, scaled so that no dot product of two outlines says more than that of their vectors. */
  readonly outlines: Float32Array;
  /** The length of what a vector has and its outline has not. */
  readonly rests: Float32Array;
}

export function faceColumns(count: number): FaceColumns {
  return {
    high: new Int32Array(count),
    low: new Int32Array(count),
    vectors: new Float32Array(count * SIDE * SIDE),
    outlines: new Float32Array(count * OUTLINE),
    rests: new Float32Array(count),
  };
}

/** @param crop Grey, [60, 60], row-major; `mirrored`: what it shows in a mirror. */
export function describeFace(columns: FaceColumns, row: number, crop: Uint8Array, mirrored: boolean): void {
  const { high, low } = nearDuplicateHash(crop, mirrored);
  columns.high[row] = high;
  columns.low[row] = low;
  const vector = correlationVector(crop, mirrored);
  columns.vectors.set(vector, row * vector.length);
  const outline = columns.outlines.subarray(row * OUTLINE, (row + 1) * OUTLINE);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      outline[Math.floor(y / BLOCK) * BLOCKS + Math.floor(x / BLOCK)]! += vector[y * SIDE + x]! / BLOCK;
    }
  }
  let left = 1;
  for (const each of outline) left -= each ** 2;
  columns.rests[row] = Math.sqrt(Math.max(0, left));
}

/**
 * Which of the first rows of some faces have a hash that differs from one by few bits.
 *
 * @param found Filled from its beginning with rows, in their order. @returns How many there are.
 */
export function closeHashes(
  { high, low }: FaceColumns,
  count: number,
  to: { readonly high: number; readonly low: number; readonly mostBits: number },
  found: Int32Array,
): number {
  const { high: toHigh, low: toLow, mostBits } = to;
  let close = 0;
  for (let row = 0; row < count; row += 1) {
    const upper = onesIn(high[row]! ^ toHigh);
    if (upper > mostBits || upper + onesIn(low[row]! ^ toLow) > mostBits) continue;
    found[close] = row;
    close += 1;
  }
  return close;
}

/**
 * What the correlation of two faces is at most: by Cauchy and Schwarz what the outlines leave out adds no more than the product of its
 * lengths.
 */
export function mostCorrelation(a: FaceColumns, rowA: number, b: FaceColumns, rowB: number): number {
  let sum = a.rests[rowA]! * b.rests[rowB]! + ROUNDING;
  const [fromA, fromB] = [rowA * OUTLINE, rowB * OUTLINE];
  for (let i = 0; i < OUTLINE; i += 1) sum += a.outlines[fromA + i]! * b.outlines[fromB + i]!;
  return sum;
}

/** The vector of a row, not copied. */
export function vectorOf({ vectors }: FaceColumns, row: number): Float32Array {
  return vectors.subarray(row * SIDE * SIDE, (row + 1) * SIDE * SIDE);
}

/** The crop of a row, not copied. */
export function cropOf(crops: Uint8Array, row: number): Uint8Array {
  return crops.subarray(row * CROP_PX ** 2, (row + 1) * CROP_PX ** 2);
}
