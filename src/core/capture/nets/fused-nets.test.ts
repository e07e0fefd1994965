import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { FaceLandmark68Net, NetInput, TinyFaceDetector } from '#face-api';
import { startWasm } from '../../engine/wasm.node.ts';
import { faceModelsDir } from './face-nets.node.ts';
import { createFusedDetector, createFusedLandmarkNet } from './fused-nets.ts';

type WeightMap = Parameters<TinyFaceDetector['loadFromWeightMap']>[0];
type Inputs = ConstructorParameters<typeof NetInput>[0];

beforeAll(() => startWasm());

test('the fused detector gives what the library’s gives', () => {
  const plain = new TinyFaceDetector();
  const fused = createFusedDetector();
  for (const net of [plain, fused]) net.loadFromWeightMap(weightsOf('tiny_face_detector_model'));
  const input = picture(224);
  expect(greatestDifference(plain.forwardInput(input, 224), fused.forwardInput(input, 224))).toBeLessThan(1e-4);
});

test('the fused landmark net gives what the library’s gives', () => {
  const plain = new FaceLandmark68Net();
  const fused = createFusedLandmarkNet();
  for (const net of [plain, fused]) net.loadFromWeightMap(weightsOf('face_landmark_68_model'));
  const input = picture(112);
  expect(greatestDifference(plain.forwardInput(input), fused.forwardInput(input))).toBeLessThan(1e-6);
});

test('both leave no tensor behind but their result', () => {
  const detector = createFusedDetector();
  detector.loadFromWeightMap(weightsOf('tiny_face_detector_model'));
  const input = picture(224);
  const before = tf.memory().numTensors;
  detector.forwardInput(input, 224).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

function picture(sidePx: number): NetInput {
  return new NetInput([tf.randomUniform([sidePx, sidePx, 3], 0, 255, 'float32', 7)] as unknown as Inputs);
}

function weightsOf(name: string): WeightMap {
  const dir = faceModelsDir();
  const [manifest] = JSON.parse(readFileSync(join(dir, `${name}-weights_manifest.json`), 'utf8'));
  const bytes = readFileSync(join(dir, manifest.paths[0]));
  return tf.io.decodeWeights(Uint8Array.from(bytes).buffer, manifest.weights) as unknown as WeightMap;
}

function greatestDifference(a: { dataSync(): ArrayLike<number> }, b: { dataSync(): ArrayLike<number> }): number {
  const [plain, fused] = [a.dataSync(), b.dataSync()];
  expect(fused.length).toBe(plain.length);
  return Math.max(...Array.from(plain, (value, i) => Math.abs(value - fused[i]!)));
}
