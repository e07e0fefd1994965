import { CROP_PX } from '../../capture/align-face.ts';
import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';

/** Whether a face is one of those the product is for, or one that helps to learn about them. */
export const GROUPS = ['child', 'adult'] as const;

export type Group = (typeof GROUPS)[number];

export function isGroup(text: string): text is Group {
  return (GROUPS as readonly string[]).includes(text);
}

export { CROP_PX };

/** The pixels of faces, for whoever only looks at them. */
export type FaceCrops = Pick<FaceSet, 'count' | 'cropPx' | 'crops'>;

/** Faces as columns, ready to train on or to be read. Row k of every column describes the same face. */
export interface FaceSet {
  readonly count: number;
  readonly cropPx: typeof CROP_PX;
  /** Row-major [count, 60, 60], grey, 0 to 255: the canonical crop of capture/align-face. */
  readonly crops: Uint8Array;
  /** Index into EMOTIONS. */
  readonly emotion: Int8Array;
  /**
   * Row-major [count, EMOTIONS.length]: which share of its annotators saw which emotion in a face. Each row sums to 1;
   * where there is one label only, it is 1 for `emotion`.
   */
  readonly votes: Float32Array;
  readonly group: readonly Group[];
  /** Who it is; the unit that a split keeps whole. */
  readonly subject: readonly string[];
  /** Null where unknown. */
  readonly ageYears: readonly (number | null)[];
  /** Where the image came from, relative to its dataset's folder. */
  readonly path: readonly string[];
}

/**
 * The faces at the given rows, in the given order; a row may be taken more than once.
 *
 * @returns A new set with its own memory.
 * @throws RangeError if an index is not a row of `faces`.
 */
export function selectFaces(faces: FaceSet, indices: ArrayLike<number>): FaceSet {
  const cropLength = CROP_PX * CROP_PX;
  const count = indices.length;
  const crops = new Uint8Array(count * cropLength);
  const emotion = new Int8Array(count);
  const votes = new Float32Array(count * EMOTIONS.length);
  const rows = Array.from(indices);
  for (const [to, from] of rows.entries()) {
    if (!Number.isInteger(from) || from < 0 || from >= faces.count) {
      throw new RangeError(`a row of the face set, 0 to ${faces.count - 1}, was expected; found ${from}`);
    }
    crops.set(faces.crops.subarray(from * cropLength, (from + 1) * cropLength), to * cropLength);
    emotion[to] = faces.emotion[from]!;
    votes.set(faces.votes.subarray(from * EMOTIONS.length, (from + 1) * EMOTIONS.length), to * EMOTIONS.length);
  }
  return {
    count,
    cropPx: CROP_PX,
    crops,
    emotion,
    votes,
    group: rows.map((row) => faces.group[row]!),
    subject: rows.map((row) => faces.subject[row]!),
    ageYears: rows.map((row) => faces.ageYears[row] ?? null),
    path: rows.map((row) => faces.path[row]!),
  };
}

/** The faces of several sets, one after the other, in memory of their own. */
export function joinFaces(sets: readonly FaceSet[]): FaceSet {
  const count = sets.reduce((sum, each) => sum + each.count, 0);
  const crops = new Uint8Array(count * CROP_PX * CROP_PX);
  const votes = new Float32Array(count * EMOTIONS.length);
  let row = 0;
  for (const each of sets) {
    crops.set(each.crops, row * CROP_PX * CROP_PX);
    votes.set(each.votes, row * EMOTIONS.length);
    row += each.count;
  }
  return {
    count,
    cropPx: CROP_PX,
    crops,
    emotion: Int8Array.from(sets.flatMap(({ emotion }) => [...emotion])),
    votes,
    group: sets.flatMap(({ group }) => group),
    subject: sets.flatMap(({ subject }) => subject),
    ageYears: sets.flatMap(({ ageYears }) => ageYears),
    path: sets.flatMap(({ path }) => path),
  };
}

/**
 * The votes of faces that have one label each.
 *
 * @param emotion Indices into EMOTIONS.
 * @returns Row-major [faces, EMOTIONS.length], 1 for the label and 0 elsewhere.
 */
export function votesForLabels(emotion: ArrayLike<number>): Float32Array {
  const votes = new Float32Array(emotion.length * EMOTIONS.length);
  for (const [row, each] of Array.from(emotion).entries()) votes[row * EMOTIONS.length + each] = 1;
  return votes;
}

/** The emotion of a row. @throws RangeError if there is no such row. */
export function emotionOf(faces: FaceSet, row: number): Emotion {
  const emotion = EMOTIONS[faces.emotion[row] ?? -1];
  if (!emotion) throw new RangeError(`a row of the face set, 0 to ${faces.count - 1}, was expected; found ${row}`);
  return emotion;
}
