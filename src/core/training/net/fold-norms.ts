import { BATCH_NORM_EPSILON } from '../../engine/batch-norm.ts';
import { type ConvSpec, FEATURE_NORM } from './encoder.ts';
import type { NetTensors } from './trained-net.ts';

/** Batch norms of a trained net are straight lines, and become part of the convolution before them. */

export interface FoldedConv {
  readonly filter: Float32Array;
  readonly shape: [number, number, number, number];
  readonly bias: Float32Array;
}

/**
 * scale * (conv(x) - mean) / deviation + shift, as one convolution with a bias.
 *
 * @throws RangeError naming the tensor that is missing or has another shape.
 */
export function foldConv({ name, kernel, inChannels, outChannels }: ConvSpec, tensors: NetTensors): FoldedConv {
  const shape: FoldedConv['shape'] = [kernel, kernel, inChannels, outChannels];
  const weight = tensorOf(tensors, `${name}.weight`, shape);
  const scale = tensorOf(tensors, `${name}.norm.scale`, [outChannels]);
  const shift = tensorOf(tensors, `${name}.norm.shift`, [outChannels]);
  const mean = tensorOf(tensors, `${name}.norm.mean`, [outChannels]);
  const variance = tensorOf(tensors, `${name}.norm.variance`, [outChannels]);
  const slope = scale.map((each, c) => each / Math.sqrt(variance[c]! + BATCH_NORM_EPSILON));
  return {
    filter: weight.map((each, i) => each * slope[i % outChannels]!),
    shape,
    bias: shift.map((each, c) => each - mean[c]! * slope[c]!),
  };
}

/**
 * (x - mean) / deviation, as slope * x + shift.
 *
 * @throws RangeError naming the tensor that is missing or has another shape.
 */
export function foldFeatureNorm(features: number, tensors: NetTensors): { slope: Float32Array; shift: Float32Array } {
  const mean = tensorOf(tensors, `${FEATURE_NORM}.norm.mean`, [features]);
  const variance = tensorOf(tensors, `${FEATURE_NORM}.norm.variance`, [features]);
  const slope = variance.map((each) => 1 / Math.sqrt(each + BATCH_NORM_EPSILON));
  return { slope, shift: mean.map((each, c) => -each * slope[c]!) };
}

/** @throws RangeError if it is missing or has another shape. */
export function tensorOf(tensors: NetTensors, name: string, shape: readonly number[]): Float32Array {
  const found = Object.hasOwn(tensors, name) ? tensors[name] : undefined;
  if (found && found.shape.length === shape.length && shape.every((size, i) => found.shape[i] === size))
    return found.data;
  throw new RangeError(`tensor ${name} of shape [${shape}] was expected; found ${found ? `[${found.shape}]` : 'none'}`);
}
