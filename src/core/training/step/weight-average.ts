/** Where the decay of a young average comes from: after 10 steps it looks back over 10 of them, not over 200. */
const YOUNG = 10;

/**
 * Moves the running average of the weights by one step, in place. The average is what a run leaves behind: it reads
 * new faces better than the last weights, which still jump with every batch.
 *
 * Source: Polyak and Juditsky 1992; decay min(decay, (1 + step) / (10 + step)) as in TensorFlow's
 * ExponentialMovingAverage, so that the random start is forgotten in short runs too.
 *
 * @param step Steps made, 1 after the first.
 * @param decay 0 (no average) to 1, excluded.
 */
export function averageWeights(average: Float32Array, weights: Float32Array, step: number, decay: number): void {
  const kept = Math.min(decay, (1 + step) / (YOUNG + step));
  for (let i = 0; i < average.length; i++) average[i] = kept * average[i]! + (1 - kept) * weights[i]!;
}
