import type { ParameterLayout } from './parameters.ts';

/**
 * AdamW on one flat vector.
 *
 * Source: Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2 (weight decay apart from the gradient, scaled by
 * the learning rate). Differs: scales, shifts and biases (tensors of rank 1) are not decayed.
 */
export interface OptimiserState {
  /** Steps made. */
  step: number;
  /** First moment of the gradient, as the weights are laid out. */
  readonly mean: Float32Array;
  /** Second moment. */
  readonly square: Float32Array;
}

export interface OptimiserOptions {
  readonly learningRate: number;
  readonly weightDecay: number;
}

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const EPSILON = 1e-8;

export function initialOptimiserState(size: number): OptimiserState {
  return { step: 0, mean: new Float32Array(size), square: new Float32Array(size) };
}

/** Makes one step: changes `weights` and `state` in place. */
export function adamWStep(
  layout: ParameterLayout,
  weights: Float32Array,
  gradient: Float32Array,
  state: OptimiserState,
  { learningRate, weightDecay }: OptimiserOptions,
): void {
  const { mean, square } = state;
  state.step += 1;
  const meanCorrection = 1 - MEAN_DECAY ** state.step;
  const squareCorrection = 1 - SQUARE_DECAY ** state.step;
  for (const { shape, offset, length } of layout.entries) {
    const kept = shape.length > 1 ? 1 - learningRate * weightDecay : 1;
    for (let i = offset; i < offset + length; i++) {
      const g = gradient[i]!;
      const m = MEAN_DECAY * mean[i]! + (1 - MEAN_DECAY) * g;
      const v = SQUARE_DECAY * square[i]! + (1 - SQUARE_DECAY) * g * g;
      mean[i] = m;
      square[i] = v;
      const step = m / meanCorrection / (Math.sqrt(v / squareCorrection) + EPSILON);
      weights[i] = weights[i]! * kept - learningRate * step;
    }
  }
}

/**
 * Scales a gradient down to the largest norm, in place.
 *
 * @returns Its norm before that; not finite when one of its numbers is not.
 */
export function clipToNorm(gradient: Float32Array, largestNorm: number): number {
  let sum = 0;
  for (const each of gradient) sum += each * each;
  const norm = Math.sqrt(sum);
  if (norm > largestNorm) {
    const factor = largestNorm / norm;
    for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor;
  }
  return norm;
}
