import type { FaceSet } from '../../dataset/faces/face-set.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { type Failure, failure } from '../../words/failure.ts';
import { FailureError } from '../../words/failure-error.ts';
import type { TrainingConfig } from '../training-config.ts';
import { PURPOSES, randomAt, shuffled } from '../views/random.ts';
import { REGIME_FACTS } from './regime-facts.ts';

/** Rows of the training set, by group; those of emotions that the model does not have are left out. */
export interface ImagePools {
  readonly childRows: readonly number[];
  readonly adultRows: readonly number[];
  /** Row -> column of its class in config.classes, -1 where the model does not have it. */
  readonly classOfRow: Int32Array;
  /** What the reader of the result has to know about the images. */
  readonly warnings: readonly Failure[];
}

/**
 * Sorts the training images.
 *
 * @throws FailureError if no child image is left, a class has no image at all, or `size` asks for more than there are.
 */
export function imagePools(faces: FaceSet, config: TrainingConfig): ImagePools {
  const regime = REGIME_FACTS[config.regime];
  const columnOf = new Map(config.classes.map((emotion, column) => [EMOTIONS.indexOf(emotion), column]));
  const classOfRow = Int32Array.from(faces.emotion, (emotion) => columnOf.get(emotion) ?? -1);
  const rows = Array.from(classOfRow.keys()).filter((row) => classOfRow[row]! >= 0);
  const allChildRows = regime.children ? rows.filter((row) => faces.group[row] === 'child') : [];
  const adultRows = regime.adults ? rows.filter((row) => faces.group[row] === 'adult') : [];
  const childRows = drawSize(allChildRows, config);
  if (childRows.length === 0 && regime.children) throw new FailureError(failure('training.no-child-images'));

  const warnings: Failure[] = [];
  const leftOut = faces.count - rows.length;
  if (leftOut > 0) warnings.push(failure('runLog.emotion-unknown', { count: leftOut }));
  for (const [column, emotion] of config.classes.entries()) {
    const isOf = (row: number) => classOfRow[row] === column;
    const children = childRows.filter(isOf).length;
    const adults = adultRows.filter(isOf).length;
    if (children + adults === 0) {
      throw new FailureError(failure('training.no-images-of', { emotion }));
    }
    if (children === 0 && regime.children) warnings.push(failure('runLog.no-child-shows', { emotion, adults }));
    if (adults === 0 && regime.adults) warnings.push(failure('runLog.no-adult-shows', { emotion, children }));
  }
  return { childRows, adultRows, classOfRow, warnings };
}

/** The first `size` images of a seeded order, so that a larger set contains every smaller one. */
function drawSize(rows: readonly number[], { size, seed }: TrainingConfig): readonly number[] {
  if (size === null) return rows;
  if (size > rows.length) {
    throw new FailureError(failure('training.too-few-child-images', { size, found: rows.length }));
  }
  return shuffled(rows, randomAt(seed, PURPOSES.subset))
    .slice(0, size)
    .sort((a, b) => a - b);
}
