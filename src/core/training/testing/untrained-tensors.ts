import { encoderConvs, FEATURE_NORM, featureCount, initialiseEncoder } from '../net/encoder.ts';
import type { EncoderSpec } from '../net/encoder-spec.ts';
import type { NetTensors, TensorData } from '../net/trained-net.ts';
import type { Random } from '../views/random.ts';

/**
 * For tests: every tensor of a net, drawn at random, so that a part that is left out or mixed up shows. It can be saved
 * and read with, but knows nothing.
 */
export function untrainedTensors(spec: EncoderSpec, classes: number, random: Random): Record<string, TensorData> {
  const features = featureCount(spec);
  const draw = (shape: readonly number[], mean: number, deviation: number): TensorData => ({
    shape,
    data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => mean + deviation * random.normal()),
  });
  const positive = (shape: readonly number[]): TensorData => {
    const { data } = draw(shape, 0, 0.3);
    return { shape, data: data.map(Math.exp) };
  };
  const norms = encoderConvs(spec).flatMap(({ name, outChannels }): [string, TensorData][] => [
    [`${name}.norm.scale`, positive([outChannels])],
    [`${name}.norm.shift`, draw([outChannels], 0, 0.2)],
    [`${name}.norm.mean`, draw([outChannels], 0, 0.2)],
    [`${name}.norm.variance`, positive([outChannels])],
  ]);
  return {
    ...(initialiseEncoder(spec, random) satisfies NetTensors),
    ...Object.fromEntries(norms),
    [`${FEATURE_NORM}.norm.mean`]: draw([features], 1, 0.2),
    [`${FEATURE_NORM}.norm.variance`]: positive([features]),
    'head.weight': draw([features, classes], 0, 0.5),
    'head.bias': draw([classes], 0, 0.1),
  };
}
