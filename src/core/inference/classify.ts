import * as tf from '@tensorflow/tfjs-core';
import { CROP_PX } from '../capture/align-face.ts';
import type { ModelConfig } from '../registry/model-config.ts';
import { readWeights } from '../registry/model-weights.ts';
import { loadNet } from '../training/net/forward.ts';
import { abstain, type Verdict } from './abstain.ts';
import { calibrate } from './calibrate.ts';

interface Reading extends Verdict {
  /** Calibrated, in the order of EMOTIONS, summing to 1. */
  readonly probabilities: readonly number[];
}

/** A model that reads faces, one at a time, on the backend that was set when it was loaded. */
export interface Classifier {
  /**
   * @param crop The canonical crop, row-major [60, 60], grey, 0 to 255.
   * @throws RangeError if the crop has another size or the net's answer is not finite.
   */
  classify(crop: Uint8Array): Promise<Reading>;
  dispose(): void;
}

/**
 * Makes a classifier of a model folder's two files.
 *
 * @param weights The bytes of model.safetensors.
 * @returns Caller disposes.
 * @throws SafetensorsError if the file is damaged, RangeError if its tensors are not those of the architecture or hold
 *   impossible numbers.
 */
export function loadClassifier(config: ModelConfig, weights: Uint8Array): Classifier {
  const { architecture, classes, temperature, threshold } = config;
  const { inputPx } = architecture;
  const net = loadNet({ encoder: architecture, tensors: readWeights(config, weights), classes });
  return {
    async classify(crop) {
      const logits = tf.tidy(() => net.logits(tf.tensor4d(centre(crop, inputPx), [1, inputPx, inputPx, 1])));
      try {
        const probabilities = calibrate((await logits.data()) as Float32Array, classes, temperature);
        return { probabilities, ...abstain(probabilities, threshold) };
      } finally {
        logits.dispose();
      }
    },
    dispose: () => net.dispose(),
  };
}

/** The middle of the crop, which is what the net reads. @returns Row-major [inputPx, inputPx], 0 to 1. */
function centre(crop: Uint8Array, inputPx: number): Float32Array {
  if (crop.length !== CROP_PX * CROP_PX) {
    throw new RangeError(`a crop of ${CROP_PX} x ${CROP_PX} was expected; found ${crop.length} bytes`);
  }
  const margin = (CROP_PX - inputPx) / 2;
  return Float32Array.from({ length: inputPx * inputPx }, (_, index) => {
    const row = Math.floor(index / inputPx) + margin;
    return crop[row * CROP_PX + (index % inputPx) + margin]! / 255;
  });
}
