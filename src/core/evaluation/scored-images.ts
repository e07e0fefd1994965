import type { Group } from '../dataset/faces/face-set.ts';
import type { Emotion } from '../emotion/emotion.ts';

/** What a model said of a set of images, and what they show. Row k of every column is the same image. */
export interface ScoredImages {
  /** Calibrated, row-major [images, classes]. */
  readonly probabilities: Float32Array;
  readonly classes: readonly Emotion[];
  /** Index into `classes`. */
  readonly truth: Int8Array;
  readonly subject: readonly string[];
  /** Null where unknown. */
  readonly ageYears: readonly (number | null)[];
  /** Left out where it is not told apart. */
  readonly group?: readonly Group[];
}

/** @throws RangeError without images, if a column's length differs, or a truth is not one of the classes. */
export function checkScoredImages({ probabilities, classes, truth, subject, ageYears, group }: ScoredImages): void {
  const images = truth.length;
  if (images === 0) throw new RangeError('at least one image was expected to evaluate on; found none');
  if (
    probabilities.length !== images * classes.length ||
    [subject, ageYears, group ?? subject].some((column) => column.length !== images)
  ) {
    throw new RangeError(
      `${images} images of ${classes.length} classes were expected in every column; found ` +
        `${probabilities.length} probabilities, ${subject.length} subjects, ${ageYears.length} ages` +
        (group ? `, ${group.length} groups` : ''),
    );
  }
  const stray = truth.find((each) => each < 0 || each >= classes.length);
  if (stray !== undefined) {
    throw new RangeError(`a truth from 0 to ${classes.length - 1} was expected; found ${stray}`);
  }
}

/**
 * The images that show one of the given classes. What the model said of them stays as it is, so that naming one of the
 * other classes still counts, and counts as wrong.
 *
 * @throws RangeError if a class is not one of the images' classes, or no image is left.
 */
export function restrictToClasses(images: ScoredImages, classes: readonly Emotion[]): ScoredImages {
  const stray = classes.find((each) => !images.classes.includes(each));
  if (stray) throw new RangeError(`classes among ${images.classes.join(', ')} were expected; found ${stray}`);
  const rows = [...images.truth.keys()].filter((row) => classes.includes(images.classes[images.truth[row]!]!));
  if (rows.length === 0) {
    throw new RangeError(`at least one image of ${classes.join(', ') || 'a class'} was expected; found none`);
  }
  return selectScored(images, rows);
}

/**
 * The images at the given rows, in their order.
 *
 * @returns A new set with its own memory.
 */
export function selectScored(images: ScoredImages, rows: readonly number[]): ScoredImages {
  const k = images.classes.length;
  const probabilities = new Float32Array(rows.length * k);
  for (const [to, from] of rows.entries()) {
    probabilities.set(images.probabilities.subarray(from * k, (from + 1) * k), to * k);
  }
  return {
    probabilities,
    classes: images.classes,
    truth: Int8Array.from(rows, (row) => images.truth[row]!),
    subject: rows.map((row) => images.subject[row]!),
    ageYears: rows.map((row) => images.ageYears[row]!),
    ...(images.group ? { group: rows.map((row) => images.group![row]!) } : {}),
  };
}

/** How many different subjects the images show, or those images that `counts`. */
export function countSubjects(subject: readonly string[], counts: (image: number) => boolean = () => true): number {
  return new Set(subject.filter((_, image) => counts(image))).size;
}
