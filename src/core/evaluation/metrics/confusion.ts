/**
 * Counts of truth against prediction, the base of accuracy, recall, precision and F1.
 *
 * Row-major [classes, classes], rows truth, columns prediction. Counts may be weighted: a bootstrap draw counts an
 * image as often as its subject was drawn.
 */
export interface Confusion {
  readonly classCount: number;
  readonly counts: Float64Array;
}

/**
 * @param truth Class index of each image.
 * @param predicted Class index of each image, same length.
 * @param weights How often each image counts; once each when left out.
 * @throws RangeError if the lengths differ.
 */
export function confusionOf(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classCount: number,
  weights?: ArrayLike<number>,
): Confusion {
  if (truth.length !== predicted.length || (weights && weights.length !== truth.length)) {
    throw new RangeError(
      `as many predictions and weights as truths were expected; found ${truth.length} truths, ` +
        `${predicted.length} predictions, ${weights?.length ?? 'no'} weights`,
    );
  }
  const counts = new Float64Array(classCount * classCount);
  for (let i = 0; i < truth.length; i += 1) {
    counts[truth[i]! * classCount + predicted[i]!]! += weights ? weights[i]! : 1;
  }
  return { classCount, counts };
}

/** Images of a class. */
export function rowTotal({ classCount, counts }: Confusion, truth: number): number {
  let total = 0;
  for (let column = 0; column < classCount; column += 1) total += counts[truth * classCount + column]!;
  return total;
}

/** Images predicted to be of a class. */
export function columnTotal({ classCount, counts }: Confusion, predicted: number): number {
  let total = 0;
  for (let row = 0; row < classCount; row += 1) total += counts[row * classCount + predicted]!;
  return total;
}

/** Images of a class that were predicted to be of it. */
export function hits({ classCount, counts }: Confusion, classIndex: number): number {
  return counts[classIndex * classCount + classIndex]!;
}
