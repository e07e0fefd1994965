import { setImmediate } from 'node:timers/promises';
import { CROP_PX, type FaceSet } from '../faces/face-set.ts';
import { bestCorrelation, correlation, correlationVector } from './correlation.ts';
import { hammingDistance, type NearDuplicateHash, nearDuplicateHash } from './hash.ts';
import type { NearDuplicate } from './near-duplicate.ts';

export interface NearDuplicateOptions {
  /** Whether to look for pairs of one subject, too. A split keeps a subject whole anyway. */
  readonly withinSubjects: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Of the 64 bits of a hash. Of 1,800 altered copies (see THRESHOLD), 99 % lie within it. */
const MOST_BITS = 10;
/** Before the shifts are tried. Of the copies that pass with the best shift, 99.8 % reach this without one. */
const WORTH_A_SECOND_LOOK = 0.88;
/**
 * Above it, two crops are taken to be of one photograph.
 *
 * No two of 650 rendered people pass it (9,098 crops, 41 million pairs, the nearest at .971), though they share one
 * head and are more alike than people are. Copies that pass: of 102 rendered faces of 128 x 128 pixels, 94 to 100 %
 * after compression at quality 30, scaling by 2 or 1/2, cropping, a turn by 4 degrees, more light, or mirroring; of 99
 * photographs of 48 x 48 pixels, whose landmarks move with every change, 80 to 97 % after more light, mirroring or
 * enlarging, 63 % after compression, 36 to 38 % turned, cropped or halved.
 */
const THRESHOLD = 0.975;
/** Rows between two turns of the event loop: some tens of milliseconds with 20,000 faces. */
const ROWS_A_TURN = 64;

/**
 * Finds the same photograph twice: copied, compressed again, scaled, mirrored, made brighter. Two photographs of one
 * shoot are no near-duplicates, nor are two expressions of one person.
 *
 * Every two hashes are compared; those that are close are confirmed by correlation.
 *
 * @returns In the order of a, then b.
 * @throws The signal's reason when aborted.
 */
export async function findNearDuplicates(
  { count, crops, subject }: Pick<FaceSet, 'count' | 'crops' | 'subject'>,
  { withinSubjects, onProgress, signal }: NearDuplicateOptions,
): Promise<NearDuplicate[]> {
  const faces = Array.from({ length: count }, (_, row) => describe(crops, row));
  const found: NearDuplicate[] = [];
  for (const [a, one] of faces.entries()) {
    if (a % ROWS_A_TURN === 0) {
      await setImmediate();
      signal?.throwIfAborted();
      onProgress?.(a, count);
    }
    const sides = sidesOf(one);
    for (let b = a + 1; b < count; b += 1) {
      if (!withinSubjects && subject[a] === subject[b]) continue;
      const other = faces[b]!;
      for (const side of sides) {
        if (hammingDistance(side.hash, other.hash) > MOST_BITS) continue;
        const highest = confirm(side, other);
        if (highest < THRESHOLD) continue;
        found.push({ a, b, correlation: Math.min(1, highest) });
        break;
      }
    }
  }
  onProgress?.(count, count);
  return found;
}

/** One face, as it is or in the mirror. */
interface Side {
  readonly hash: NearDuplicateHash;
  readonly vector: Float32Array;
}

interface Described extends Side {
  readonly crop: Uint8Array;
}

function describe(crops: Uint8Array, row: number): Described {
  const crop = crops.subarray(row * CROP_PX * CROP_PX, (row + 1) * CROP_PX * CROP_PX);
  return { crop, hash: nearDuplicateHash(crop, false), vector: correlationVector(crop, false) };
}

function sidesOf({ crop, hash, vector }: Described): Side[] {
  return [
    { hash, vector },
    { hash: nearDuplicateHash(crop, true), vector: correlationVector(crop, true) },
  ];
}

/** Correlation at the best shift; below the threshold for a pair that is not worth the search. */
function confirm(side: Side, other: Described): number {
  const unshifted = correlation(side.vector, other.vector);
  return unshifted < WORTH_A_SECOND_LOOK ? unshifted : bestCorrelation(side.vector, other.crop);
}
