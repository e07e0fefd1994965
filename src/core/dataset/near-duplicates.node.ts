import { setImmediate } from 'node:timers/promises';
import { CROP_PX, type FaceSet } from './face-set.ts';
import type { NearDuplicate } from './near-duplicate.ts';
import { bestCorrelation, correlation, correlationVector } from './near-duplicate-correlation.ts';
import { hammingDistance, nearDuplicateHash } from './near-duplicate-hash.ts';

export interface NearDuplicateOptions {
  /** Whether to look for pairs of one subject, too. A split keeps a subject whole anyway. */
  readonly withinSubjects: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Of the 64 bits of a hash. Of 1,800 altered copies (see THRESHOLD), 99 % lie within it. */
const MOST_BITS = 10;
/** Before the shifts are tried. Every copy that passes with the best shift reaches this without one. */
const WORTH_A_SECOND_LOOK = 0.85;
/**
 * Above it, two crops are taken to be of one photograph.
 *
 * Copies that pass: of 102 rendered faces of 128 x 128 pixels that were compressed at quality 30, scaled by 2 or 1/2,
 * cropped, turned by 4 degrees, made brighter or mirrored, 96 to 100 %; of 99 photographs of 48 x 48 pixels, whose
 * landmarks move with every change, 72 % after compression, 83 to 97 % made brighter, mirrored or enlarged, 42 to 50 %
 * turned, cropped or halved.
 */
const THRESHOLD = 0.97;
/** Rows between two turns of the event loop: some tens of milliseconds with 20,000 faces. */
const ROWS_A_TURN = 64;

/**
 * Finds the same photograph twice: copied, compressed again, scaled, mirrored, made brighter. Two photographs of one
 * shoot are no near-duplicates, nor are two expressions of one person.
 *
 * Every two hashes are compared (a second for 20,000 faces); those that are close are confirmed by correlation.
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
    for (let b = a + 1; b < count; b += 1) {
      const other = faces[b]!;
      const far =
        hammingDistance(one.hash, other.hash) > MOST_BITS && hammingDistance(one.mirroredHash, other.hash) > MOST_BITS;
      if (far || (!withinSubjects && subject[a] === subject[b])) continue;
      const highest = confirm(one, other);
      if (highest >= THRESHOLD) found.push({ a, b, correlation: Math.min(1, highest) });
    }
  }
  onProgress?.(count, count);
  return found;
}

type Described = ReturnType<typeof describe>;

function describe(crops: Uint8Array, row: number) {
  const crop = crops.subarray(row * CROP_PX * CROP_PX, (row + 1) * CROP_PX * CROP_PX);
  return {
    crop,
    hash: nearDuplicateHash(crop, false),
    mirroredHash: nearDuplicateHash(crop, true),
    vector: correlationVector(crop, false),
  };
}

/** Correlation at the best shift, as it is and mirrored; 0 for a pair that is not worth the search. */
function confirm(one: Described, other: Described): number {
  let best = 0;
  for (const mirrored of [false, true]) {
    const unshifted = correlation(one.vector, mirrored ? correlationVector(other.crop, true) : other.vector);
    if (unshifted >= WORTH_A_SECOND_LOOK) best = Math.max(best, bestCorrelation(one.vector, other.crop, mirrored));
  }
  return best;
}
