import type { FaceSet } from '../dataset/faces/face-set.ts';
import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import type { ScoredImages } from './scored-images.ts';

export interface ScoredFaces {
  readonly images: ScoredImages;
  /** Rows of the face set that are in it, ascending. */
  readonly rows: readonly number[];
  /** Faces of an emotion that is not among the classes. */
  readonly leftOut: number;
}

/**
 * Puts a model's probabilities beside what the faces show, for some of its classes.
 *
 * Faces of other emotions are left out. With fewer classes than the model's, each row is scaled to sum to 1 over them,
 * as if the question had been which of these it is; a row without any probability for them becomes uniform.
 *
 * @param probabilities Row-major [faces, modelClasses].
 * @throws RangeError if a class asked for is not one of the model's.
 */
export function scoredFaces(
  faces: FaceSet,
  probabilities: Float32Array,
  modelClasses: readonly Emotion[],
  classes: readonly Emotion[] = modelClasses,
): ScoredFaces {
  const columns = classes.map((each) => modelClasses.indexOf(each));
  if (columns.includes(-1)) {
    throw new RangeError(`classes among ${modelClasses.join(', ')} were expected; found ${classes.join(', ')}`);
  }
  const truthOf = (row: number) => classes.indexOf(EMOTIONS[faces.emotion[row]!]!);
  const rows = Array.from({ length: faces.count }, (_, row) => row).filter((row) => truthOf(row) >= 0);
  const chosen = new Float32Array(rows.length * columns.length);
  for (const [i, row] of rows.entries()) {
    const values = columns.map((column) => probabilities[row * modelClasses.length + column]!);
    const sum = values.reduce((a, b) => a + b, 0);
    chosen.set(
      values.map((value) => (sum > 0 ? value / sum : 1 / columns.length)),
      i * columns.length,
    );
  }
  return {
    images: {
      probabilities: chosen,
      classes,
      truth: Int8Array.from(rows, truthOf),
      subject: rows.map((row) => faces.subject[row]!),
      ageYears: rows.map((row) => faces.ageYears[row]!),
      group: rows.map((row) => faces.group[row]!),
    },
    rows,
    leftOut: faces.count - rows.length,
  };
}
