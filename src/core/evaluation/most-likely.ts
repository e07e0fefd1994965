/** What a model names for each image, and how sure it is. */
export interface MostLikely {
  /** Class index; the first of equals. */
  readonly predicted: Int8Array;
  /** Its probability. */
  readonly confidence: Float32Array;
}

/**
 * @param probabilities Row-major [images, classes].
 * @throws RangeError if the length is not a multiple of the number of classes.
 */
export function mostLikely(probabilities: Float32Array, classCount: number): MostLikely {
  const images = probabilities.length / classCount;
  if (!Number.isInteger(images)) {
    throw new RangeError(`rows of ${classCount} probabilities were expected; found ${probabilities.length} numbers`);
  }
  const predicted = new Int8Array(images);
  const confidence = new Float32Array(images);
  for (let i = 0; i < images; i += 1) {
    let best = 0;
    for (let j = 1; j < classCount; j += 1) {
      if (probabilities[i * classCount + j]! > probabilities[i * classCount + best]!) best = j;
    }
    predicted[i] = best;
    confidence[i] = probabilities[i * classCount + best]!;
  }
  return { predicted, confidence };
}
