/**
 * Learning rate of a step: linear warm-up, then half a cosine down to 0.
 *
 * Source: Loshchilov and Hutter 2017, arXiv:1608.03983, equation 5, without restarts.
 *
 * @param step From 0.
 * @param steps Of the whole run. A warm-up longer than a tenth of it is shortened to that.
 */
export function learningRateAt(
  step: number,
  steps: number,
  { learningRate, warmUpSteps }: { readonly learningRate: number; readonly warmUpSteps: number },
): number {
  const warmUp = Math.min(warmUpSteps, Math.floor(steps / 10));
  if (step < warmUp) return (learningRate * (step + 1)) / warmUp;
  return (learningRate * (1 + Math.cos((Math.PI * (step - warmUp)) / (steps - warmUp)))) / 2;
}
