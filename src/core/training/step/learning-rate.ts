/** How the learning rate runs over a part of a training. */
export interface LearningRateOptions {
  /** The highest. */
  readonly learningRate: number;
  /** Steps of linear warm-up; one longer than a tenth of the part is shortened to that. */
  readonly warmUpSteps: number;
  /** cosine: half a wave down to 0. step: a tenth of it after each of `dropShares`. */
  readonly schedule: 'cosine' | 'step';
  /** Shares of the steps after which the rate drops, rising, 0 to 1 without the ends. */
  readonly dropShares: readonly number[];
}

const DROP = 0.1;

/**
 * Learning rate of a step.
 *
 * Source: Loshchilov and Hutter 2017, arXiv:1608.03983, equation 5, without restarts; the drops by ten of He et al. 2015,
 * arXiv:1512.03385, section 3.4.
 *
 * @param step From 0.
 * @param steps Of the part.
 */
export function learningRateAt(
  step: number,
  steps: number,
  { learningRate, warmUpSteps, schedule, dropShares }: LearningRateOptions,
): number {
  const warmUp = Math.min(warmUpSteps, Math.floor(steps / 10));
  if (step < warmUp) return (learningRate * (step + 1)) / warmUp;
  if (schedule === 'step') return learningRate * DROP ** dropShares.filter((share) => step >= share * steps).length;
  return (learningRate * (1 + Math.cos((Math.PI * (step - warmUp)) / (steps - warmUp)))) / 2;
}
