import { encoderConvs, featureCount } from '../training/net/encoder.ts';
import type { NetTensors } from '../training/net/trained-net.ts';
import type { ModelConfig } from './model-config.ts';
import { readSafetensors } from './safetensors.ts';

const NORM_PARTS = ['scale', 'shift', 'mean', 'variance'];

/**
 * The weights of a model from the bytes of its model.safetensors.
 *
 * @throws SafetensorsError if the file is damaged, RangeError if its tensors are not those of the architecture, or hold
 *   what no training leaves: a number that is not finite, a variance below zero.
 */
export function readWeights(config: Pick<ModelConfig, 'architecture' | 'classes'>, bytes: Uint8Array): NetTensors {
  const { tensors } = readSafetensors(bytes);
  checkWeights(config, tensors);
  return tensors;
}

/** @throws RangeError if a tensor is missing, has another shape than config.json says, or holds impossible numbers. */
export function checkWeights(
  { architecture, classes }: Pick<ModelConfig, 'architecture' | 'classes'>,
  tensors: NetTensors,
): void {
  const wanted: [string, readonly number[]][] = encoderConvs(architecture).flatMap(
    ({ name, kernel, inChannels, outChannels }): [string, readonly number[]][] => [
      [`${name}.weight`, [kernel, kernel, inChannels, outChannels]],
      ...NORM_PARTS.map((part): [string, readonly number[]] => [`${name}.norm.${part}`, [outChannels]]),
    ],
  );
  wanted.push(['head.weight', [featureCount(architecture), classes.length]], ['head.bias', [classes.length]]);
  for (const [name, shape] of wanted) {
    const found = Object.hasOwn(tensors, name) ? tensors[name] : undefined;
    if (!found || found.shape.join() !== shape.join()) {
      throw new RangeError(
        `tensor ${name} of shape [${shape}] was expected; found ${found ? `shape [${found.shape}]` : 'none'}`,
      );
    }
  }
  for (const [name, { data }] of Object.entries(tensors)) {
    const least = name.endsWith('.norm.variance') ? 0 : Number.NEGATIVE_INFINITY;
    const index = data.findIndex((value) => !Number.isFinite(value) || value < least);
    if (index >= 0) {
      const wish = least === 0 ? 'finite numbers from 0 on were' : 'finite numbers were';
      throw new RangeError(`tensor ${name} holds ${data[index]} at place ${index}; ${wish} expected`);
    }
  }
}
