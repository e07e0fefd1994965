import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { CROP_PX } from '../capture/align-face.ts';
import { EMOTIONS } from '../emotion/emotion.ts';
import { startWasm } from '../engine/wasm.node.ts';
import type { ModelConfig } from '../registry/model-config.ts';
import { SafetensorsError, writeSafetensors } from '../registry/safetensors.ts';
import { DEFAULT_ENCODER } from '../training/net/encoder-spec.ts';
import { predictLogits } from '../training/net/forward.ts';
import { untrainedTensors } from '../training/testing/untrained-tensors.ts';
import { randomAt } from '../training/views/random.ts';
import { calibrate } from './calibrate.ts';
import { loadClassifier } from './classify.ts';

const CONFIG = {
  architecture: DEFAULT_ENCODER,
  classes: [...EMOTIONS],
  temperature: 1.3,
  threshold: 0.4,
} as ModelConfig;

const tensors = untrainedTensors(DEFAULT_ENCODER, EMOTIONS.length, randomAt(3));

beforeAll(async () => {
  await startWasm();
});

function crop(seed: number): Uint8Array {
  const random = randomAt(seed);
  return Uint8Array.from(
    { length: CROP_PX * CROP_PX },
    (_, i) => 128 + 40 * Math.sin(i / (7 + seed)) + 10 * random.normal(),
  );
}

describe('loadClassifier', () => {
  it('reads a face exactly as the evaluation of the same net does', async () => {
    const classifier = loadClassifier(CONFIG, writeSafetensors(tensors));
    const crops = [crop(1), crop(2), crop(3)];
    const logits = await predictLogits(
      { encoder: DEFAULT_ENCODER, tensors, classes: EMOTIONS },
      {
        count: 3,
        cropPx: CROP_PX,
        crops: Uint8Array.from(crops.flatMap((each) => [...each])),
      },
    );
    for (const [i, each] of crops.entries()) {
      const { probabilities, emotion, confidence } = await classifier.classify(each);
      const wanted = calibrate(logits.subarray(i * 7, i * 7 + 7), EMOTIONS, 1.3);
      for (const [k, probability] of probabilities.entries()) expect(probability).toBeCloseTo(wanted[k]!, 5);
      expect(confidence).toBe(Math.max(...probabilities));
      expect(emotion).toBe(confidence >= 0.4 ? EMOTIONS[probabilities.indexOf(confidence)] : null);
    }
    classifier.dispose();
  });

  it('does not look at the rim of the crop', async () => {
    const classifier = loadClassifier(CONFIG, writeSafetensors(tensors));
    const plain = crop(4);
    const framed = plain.map((level, i) => {
      const [x, y] = [i % CROP_PX, Math.floor(i / CROP_PX)];
      return Math.min(x, y) < 6 || Math.max(x, y) >= 54 ? 255 : level;
    });
    expect(await classifier.classify(framed)).toEqual(await classifier.classify(plain));
    classifier.dispose();
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const classifier = loadClassifier(CONFIG, writeSafetensors(tensors));
    const loaded = tf.memory().numTensors;
    await classifier.classify(crop(5));
    expect(tf.memory().numTensors).toBe(loaded);
    classifier.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses a crop of another size, a damaged file and a net of another shape', async () => {
    const classifier = loadClassifier(CONFIG, writeSafetensors(tensors));
    await expect(classifier.classify(new Uint8Array(48 * 48))).rejects.toThrow(/60 x 60/);
    classifier.dispose();
    expect(() => loadClassifier(CONFIG, writeSafetensors(tensors).subarray(0, 500))).toThrow(SafetensorsError);
    const { 'head.bias': _, ...headless } = tensors;
    expect(() => loadClassifier(CONFIG, writeSafetensors(headless))).toThrow(/head.bias/);
  });

  it('is not made of weights that are no numbers', () => {
    const broken = { ...tensors, 'head.bias': { shape: [7], data: new Float32Array(7).fill(Number.NaN) } };
    expect(() => loadClassifier(CONFIG, writeSafetensors(broken))).toThrow(/head\.bias holds NaN at place 0/);
  });

  it('makes no reading of a net that answers with nonsense', async () => {
    // Each weight is finite, and their sums are not.
    const { shape, data } = tensors['head.weight']!;
    const broken = { ...tensors, 'head.weight': { shape, data: data.map((_, i) => (i % 2 ? 3e38 : -3e38)) } };
    const classifier = loadClassifier(CONFIG, writeSafetensors(broken));
    await expect(classifier.classify(crop(6))).rejects.toThrow(/finite/);
    classifier.dispose();
  });
});
