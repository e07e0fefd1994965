import { setImmediate } from 'node:timers/promises';
import type { FaceSet } from '../faces/face-set.ts';
import {
  closeHashes,
  cropOf,
  describeFace,
  type FaceColumns,
  faceColumns,
  mostCorrelation,
  vectorOf,
} from './columns.ts';
import { bestCorrelation, correlation } from './correlation.ts';
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
 * Every two hashes are compared; those that are close are confirmed by correlation, which is worked out in full only where a bound of it
 * leaves that open.
 *
 * @returns In the order of a, then b.
 * @throws The signal's reason when aborted.
 */
export async function findNearDuplicates(
  { count, crops, subject }: Pick<FaceSet, 'count' | 'crops' | 'subject'>,
  { withinSubjects, onProgress, signal }: NearDuplicateOptions,
): Promise<NearDuplicate[]> {
  const faces = faceColumns(count);
  const inMirror = faceColumns(count);
  const people = numbersOf(subject);
  const rows = new Int32Array(count);
  /** The last row that each was paired with, which is never its own. */
  const pairedWith = Int32Array.from({ length: count }, (_, row) => row);
  const found: NearDuplicate[] = [];
  for (let b = 0; b < count; b += 1) {
    if (b % ROWS_A_TURN === 0) {
      await setImmediate();
      signal?.throwIfAborted();
      onProgress?.(b, count);
    }
    const crop = cropOf(crops, b);
    describeFace(faces, b, crop, false);
    describeFace(inMirror, b, crop, true);
    // A pair that is one as it is, is not looked at in the mirror.
    for (const side of [faces, inMirror]) {
      const close = closeHashes(side, b, { high: faces.high[b]!, low: faces.low[b]!, mostBits: MOST_BITS }, rows);
      for (const a of rows.subarray(0, close)) {
        if ((!withinSubjects && people[a] === people[b]) || pairedWith[a] === b) continue;
        const highest = confirm(side, a, faces, b, crop);
        if (highest < THRESHOLD) continue;
        pairedWith[a] = b;
        found.push({ a, b, correlation: Math.min(1, highest) });
      }
    }
  }
  onProgress?.(count, count);
  return found.sort((one, other) => one.a - other.a || one.b - other.b);
}

/** Each person as a number: texts take long to compare. */
function numbersOf(subject: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  for (const each of subject) if (!numbers.has(each)) numbers.set(each, numbers.size);
  return Int32Array.from(subject, (each) => numbers.get(each)!);
}

/** Correlation at the best shift; below the threshold for a pair that is not worth the search. */
function confirm(side: FaceColumns, a: number, faces: FaceColumns, b: number, crop: Uint8Array): number {
  const most = mostCorrelation(side, a, faces, b);
  if (most < WORTH_A_SECOND_LOOK) return most;
  const vector = vectorOf(side, a);
  const unshifted = correlation(vector, vectorOf(faces, b));
  return unshifted < WORTH_A_SECOND_LOOK ? unshifted : bestCorrelation(vector, crop);
}
