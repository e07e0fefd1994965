import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import { toEngine } from '../step/gradient-step.ts';
import { exampleFaces } from '../testing/example-faces.ts';
import { untrainedTensors } from '../testing/untrained-tensors.ts';
import { randomAt } from '../views/random.ts';
import { batchNormStatistics } from './batch-norm-statistics.ts';
import { featureCount, initialiseEncoder } from './encoder.ts';
import type { EncoderSpec } from './encoder-spec.ts';
import { DEFAULT_ENCODER } from './encoder-spec.ts';
import { centreImages, loadEncoder, loadNet, predictLogits } from './forward.ts';
import type { NetTensors } from './trained-net.ts';
import { encodeForTraining } from './training-encoder.ts';

const SPEC: EncoderSpec = { kind: 'resnet', inputPx: 48, stageChannels: [4, 6, 8] };
const FACES = exampleFaces([{ group: 'child', imagesByEmotion: [9, 9, 9, 9] }], 1);
const ROWS = Array.from({ length: FACES.count }, (_, row) => row);

const DRAWN = untrainedTensors(SPEC, 3, randomAt(2));
/** What training changes; the statistics are measured here. */
const TRAINED = Object.keys(DRAWN).filter((name) => /\.(weight|scale|shift)$/.test(name) && !name.startsWith('head'));

beforeAll(async () => {
  await startWasm();
});

async function withStatistics(batchSize: number): Promise<NetTensors> {
  const tensors = Object.fromEntries(TRAINED.map((name) => [name, DRAWN[name]!]));
  const weights = toEngine(tensors);
  const batches = Array.from({ length: FACES.count / batchSize }, (_, i) =>
    centreImages(FACES, ROWS.slice(i * batchSize, (i + 1) * batchSize), SPEC.inputPx),
  );
  const statistics = await batchNormStatistics(SPEC, weights, batches);
  tf.dispose(weights as Record<string, tf.Tensor>);
  return { ...tensors, ...statistics };
}

test('the folded net reads as the trained one does, when the statistics are those of the batch', async () => {
  const tensors = await withStatistics(FACES.count);
  const encoder = loadEncoder(SPEC, tensors);
  tf.tidy(() => {
    const images = centreImages(FACES, ROWS, SPEC.inputPx);
    const wanted = encodeForTraining(SPEC, toEngine(tensors), images).dataSync();
    const found = encoder.features(images);
    expect(found.shape).toEqual([FACES.count, featureCount(SPEC)]);
    for (const [i, value] of found.dataSync().entries()) expect(value).toBeCloseTo(wanted[i]!, 2);
  });
  encoder.dispose();
});

test('the statistics of the first layer do not depend on how images are batched', async () => {
  const [whole, halves] = [await withStatistics(36), await withStatistics(18)];
  for (const part of ['mean', 'variance']) {
    const wanted = whole[`stem.norm.${part}`]!.data;
    for (const [c, value] of halves[`stem.norm.${part}`]!.data.entries()) expect(value).toBeCloseTo(wanted[c]!, 4);
  }
});

test('a face is read alone as among others, and neither brightness nor contrast of the image changes the reading', async () => {
  const net = {
    encoder: SPEC,
    tensors: { ...DRAWN, ...(await withStatistics(36)) },
    classes: ['anger', 'fear', 'neutral'] as const,
  };
  const before = tf.memory().numTensors;
  const all = await predictLogits(net, FACES);
  expect(all.length).toBe(FACES.count * 3);
  const loaded = loadNet(net);
  tf.tidy(() => {
    const image = centreImages(FACES, [35], SPEC.inputPx);
    const dimmed = tf.add(tf.mul(image, 0.5), 0.2) as tf.Tensor4D;
    for (const each of [image, dimmed]) {
      for (const [k, value] of loaded.logits(each).dataSync().entries()) expect(value).toBeCloseTo(all[35 * 3 + k]!, 1);
    }
  });
  loaded.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a missing tensor and a wrong shape are named, and nothing stays on the engine', async () => {
  const tensors = await withStatistics(36);
  const before = tf.memory().numTensors;
  const { 'stage2.conv1.norm.variance': _, ...missing } = tensors;
  expect(() => loadEncoder(SPEC, missing)).toThrow(
    /stage2.conv1.norm.variance of shape \[6\] was expected; found none/,
  );
  const wrong = { ...tensors, 'stem.weight': { shape: [3, 3, 1, 5], data: new Float32Array(45) } };
  expect(() => loadEncoder(SPEC, wrong)).toThrow(/stem.weight of shape \[3,3,1,4\] was expected; found \[3,3,1,5\]/);
  expect(() => loadNet({ encoder: SPEC, tensors, classes: ['anger'] })).toThrow(/head.weight of shape \[8,1\]/);
  expect(tf.memory().numTensors).toBe(before);
});

test('images of another size are refused', () => {
  tf.tidy(() => {
    const weights = toEngine(initialiseEncoder(SPEC, randomAt(1)));
    const images = tf.zeros([2, 60, 60, 1]) as tf.Tensor4D;
    expect(() => encodeForTraining(SPEC, weights, images)).toThrow(
      /\[n, 48, 48, 1\] were expected; found \[2,60,60,1\]/,
    );
  });
});

test('the default encoder takes 1.25 megabytes', () => {
  const weights = Object.values(initialiseEncoder(DEFAULT_ENCODER, randomAt(1)));
  expect(weights.reduce((sum, { data }) => sum + data.length, 0)).toBe(311_856);
});
