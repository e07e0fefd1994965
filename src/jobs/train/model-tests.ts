import type { DatasetDescription } from '../../core/dataset/dataset.ts';
import { type FaceSet, selectFaces } from '../../core/dataset/faces/face-set.ts';
import type { DistressLimits } from '../../core/emotion/distress.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { evaluate } from '../../core/evaluation/evaluation.ts';
import { classesShown } from '../../core/evaluation/on-children/classes-shown.ts';
import { scoredFaces } from '../../core/evaluation/scored-faces.ts';
import type { ModelTest } from '../../core/registry/model-config.ts';

/** The test children of one dataset. */
export interface TestSet {
  /** Name of the dataset's folder. */
  readonly dataset: string;
  /** Null where the dataset does not say what it shows. */
  readonly description: DatasetDescription | null;
  readonly subjectsKnown: boolean;
  /** Of who is in it: test-set-hash.node.ts. */
  readonly hash: string;
  /** Of its images: images-hash.node.ts. */
  readonly imagesHash: string;
  /** Its rows among all test faces. */
  readonly rows: readonly number[];
}

export interface TestOptions {
  readonly threshold: number;
  readonly distress: DistressLimits | null;
  readonly seed: number;
  /** Said of the images where their dataset does not say it. */
  readonly otherwise: Pick<DatasetDescription, 'shows' | 'realChildren'>;
  /** Counts a look at a test set; null where nobody counts. */
  readonly countLook: (hash: string) => number | null;
}

/**
 * A model on the test children of each dataset apart: what it does on one kind of images does not carry over to another.
 *
 * Only emotions that enough of a test's images show are counted: images of the others are left out, and naming one of
 * the others is an error. Where fewer than two emotions have enough, all are counted. Tests without an image are left
 * out.
 *
 * @param probabilities Row-major [faces, classes].
 */
export function evaluateTests(
  tests: readonly TestSet[],
  faces: FaceSet,
  probabilities: Float32Array,
  classes: readonly Emotion[],
  { threshold, distress, seed, otherwise, countLook }: TestOptions,
): ModelTest[] {
  const k = classes.length;
  return tests.flatMap(({ dataset, description, subjectsKnown, hash, imagesHash, rows }) => {
    const own = Float32Array.from(rows.flatMap((row) => [...probabilities.subarray(row * k, (row + 1) * k)]));
    const { images } = scoredFaces(selectFaces(faces, rows), own, classes);
    if (images.truth.length === 0) return [];
    const shown = classesShown(images);
    const counted = shown.length >= 2 && shown.length < k ? { classes: shown } : {};
    const { shows, realChildren } = description ?? otherwise;
    const evaluation = evaluate(images, { threshold, distress, seed, subjectsKnown, ...counted });
    return [{ dataset, shows, realChildren, hash, imagesHash, lookCount: countLook(hash), evaluation }];
  });
}
