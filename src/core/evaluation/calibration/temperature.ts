/**
 * Temperature scaling: one number by which all logits are divided, so that probabilities mean what they say. It
 * changes no prediction, only how sure the model claims to be.
 *
 * Source: Guo et al. 2017, arXiv:1706.04599, section 4.2. Fitted on val by golden section over log T: the negative
 * log likelihood is convex in 1 / T, hence has one minimum in log T.
 */

/** Outside of these a model is not miscalibrated but broken or perfect on val; the bound keeps it finite. */
const MIN_TEMPERATURE = 0.05;
const MAX_TEMPERATURE = 20;
/** 60 golden sections shrink log 400 to 2e-12. */
const SECTIONS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Probabilities of logits divided by a temperature.
 *
 * @param logits Row-major [images, classes].
 * @param temperature > 0; 1 leaves the logits as they are.
 * @returns Row-major [images, classes]; each row sums to 1.
 * @throws RangeError if the temperature is not > 0.
 */
export function softmaxAt(logits: Float32Array, classCount: number, temperature: number): Float32Array {
  if (!(temperature > 0)) throw new RangeError(`a temperature > 0 was expected; found ${temperature}`);
  const probabilities = new Float32Array(logits.length);
  for (let from = 0; from < logits.length; from += classCount) {
    const row = logits.subarray(from, from + classCount);
    const largest = row.reduce((a, b) => Math.max(a, b));
    let sum = 0;
    for (const logit of row) sum += Math.exp((logit - largest) / temperature);
    for (const [j, logit] of row.entries()) {
      probabilities[from + j] = Math.exp((logit - largest) / temperature) / sum;
    }
  }
  return probabilities;
}

/**
 * Mean negative log likelihood of the true classes.
 *
 * @param logits Row-major [images, classes].
 * @returns Nats, >= 0.
 */
export function negativeLogLikelihood(
  logits: Float32Array,
  truth: ArrayLike<number>,
  classCount: number,
  temperature: number,
): number {
  let sum = 0;
  for (let i = 0; i < truth.length; i += 1) {
    const row = logits.subarray(i * classCount, (i + 1) * classCount);
    const largest = row.reduce((a, b) => Math.max(a, b));
    let partition = 0;
    for (const logit of row) partition += Math.exp((logit - largest) / temperature);
    sum += Math.log(partition) - (row[truth[i]!]! - largest) / temperature;
  }
  return sum / truth.length;
}

/**
 * The temperature under which val's true classes are likeliest.
 *
 * @param logits Row-major [images, classes], of images that were not trained on.
 * @returns 0.05 to 20.
 * @throws RangeError without images or if the lengths do not match.
 */
export function fitTemperature(logits: Float32Array, truth: ArrayLike<number>, classCount: number): number {
  if (truth.length === 0 || logits.length !== truth.length * classCount) {
    throw new RangeError(
      `logits of shape [images, ${classCount}] and at least one image were expected; ` +
        `found ${logits.length} logits for ${truth.length} images`,
    );
  }
  const loss = (logTemperature: number) => negativeLogLikelihood(logits, truth, classCount, Math.exp(logTemperature));
  let low = Math.log(MIN_TEMPERATURE);
  let high = Math.log(MAX_TEMPERATURE);
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let atLeft = loss(left);
  let atRight = loss(right);
  for (let section = 0; section < SECTIONS; section += 1) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = loss(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}
