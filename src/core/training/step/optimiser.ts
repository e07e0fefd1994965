import type { ParameterLayout } from '../net/parameters.ts';

/**
 * AdamW on one flat vector.
 *
 * Source: Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2 (weight decay apart from the gradient, scaled by
 * the learning rate). Differs: scales, shifts and biases (tensors of rank 1) are not decayed towards 0.
 *
 * Where a run goes on from trained weights, they may decay towards those instead, scales and shifts too: Li et al. 2018,
 * arXiv:1802.01483, equation 1 (L2-SP). Differs: decoupled, as AdamW's own decay is, so that the loss stays that of the
 * images alone.
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
  readonly decay: Decay;
}

/** Pulls weights a little with every step. */
interface Decay {
  /** As the weights are laid out; null is 0. */
  readonly towards: Float32Array | null;
  /** Share of the way that is made in a step, times the learning rate. */
  readonly rate: number;
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
  { learningRate, decay: { towards, rate } }: OptimiserOptions,
): void {
  const { mean, square } = state;
  state.step += 1;
  // Divisions that are the same for all weights are made once: they are half of a step's time otherwise.
  const meanFactor = learningRate / (1 - MEAN_DECAY ** state.step);
  const squareFactor = 1 / (1 - SQUARE_DECAY ** state.step);
  for (const { shape, offset, length } of layout.entries) {
    const pull = towards || shape.length > 1 ? learningRate * rate : 0;
    for (let i = offset; i < offset + length; i++) {
      const g = gradient[i]!;
      const m = MEAN_DECAY * mean[i]! + (1 - MEAN_DECAY) * g;
      const v = SQUARE_DECAY * square[i]! + (1 - SQUARE_DECAY) * g * g;
      mean[i] = m;
      square[i] = v;
      const step = (meanFactor * m) / (Math.sqrt(squareFactor * v) + EPSILON);
      weights[i] = weights[i]! - pull * (weights[i]! - (towards ? towards[i]! : 0)) - step;
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
  // Not by for-of, which takes ten times as long over half a million numbers.
  for (let i = 0; i < gradient.length; i++) sum += gradient[i]! * gradient[i]!;
  const norm = Math.sqrt(sum);
  if (norm > largestNorm) {
    const factor = largestNorm / norm;
    for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor;
  }
  return norm;
}
