import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Frame } from '../capture/frame.ts';
import { keyPoints, type Landmarks } from '../capture/landmarks.ts';
import { measureFace } from '../capture/measure-face.ts';
import { loadFaceNetsFromPackage } from '../capture/nets/face-nets.node.ts';
import type { FaceNets } from '../capture/nets/face-nets.ts';
import { childRows, portraitInCamera, someOf } from '../capture/testing/cohort-portrait.node.ts';
import { EMOTIONS } from '../emotion/emotion.ts';
import { startWasm } from '../engine/wasm.node.ts';
import { readModel } from '../registry/model-folder.node.ts';
import { type Classifier, loadClassifier } from './classify.ts';

/**
 * The quality gate's promise, on a few children of the demo cohort whom the model never saw: what passes is read better
 * than what does not. The figures in full are in docs/quality.md.
 */
const ROOT = join(import.meta.dirname, '../../..');
const PORTRAITS = 20;

let nets: FaceNets;
let classifier: Classifier;

beforeAll(async () => {
  await startWasm();
  nets = await loadFaceNetsFromPackage();
  const { config, weights } = await readModel(join(ROOT, 'models/base'));
  classifier = loadClassifier(config, weights);
});
afterAll(() => {
  nets.dispose();
  classifier.dispose();
});

async function read(frame: Frame): Promise<{ landmarks: Landmarks; passes: boolean; likeliest: string } | null> {
  const [found] = await nets.detect(frame);
  if (!found) return null;
  const face = await measureFace(nets, frame, found.box);
  if (!face.crop) return null;
  const { probabilities } = await classifier.classify(face.crop);
  const passes = face.refusal === null;
  return { landmarks: face.landmarks, passes, likeliest: EMOTIONS[probabilities.indexOf(Math.max(...probabilities))]! };
}

/** A cloth from the nose's bridge to below the chin. */
function masked(frame: Frame, landmarks: Landmarks): Frame {
  const { leftEye, rightEye, chin } = keyPoints(landmarks);
  const eyesPx = rightEye.xPx - leftEye.xPx;
  const data = Uint8Array.from(frame.data);
  for (let y = Math.round(leftEye.yPx + 0.45 * eyesPx); y < chin.yPx + 0.2 * eyesPx; y++) {
    for (let x = Math.round(leftEye.xPx - 0.5 * eyesPx); x < rightEye.xPx + 0.5 * eyesPx; x++) {
      data.set([143, 195, 221], (y * frame.widthPx + x) * 3);
    }
  }
  return { ...frame, data };
}

/** As a head that moves sideways during the exposure. */
function smeared(frame: Frame): Frame {
  const pathPx = 28;
  const data = Uint8Array.from(frame.data, (_, at) => {
    let sum = 0;
    for (let step = 0; step < pathPx; step++) sum += frame.data[at - 3 * step] ?? 0;
    return sum / pathPx;
  });
  return { ...frame, data };
}

test('faces that pass the gate are read better than those it refuses, and few plain ones are refused', async () => {
  const tally = { passed: 0, passedRight: 0, refused: 0, refusedRight: 0, plainPassed: 0, plain: 0 };
  for (const row of someOf(childRows(), PORTRAITS)) {
    const { emotion } = row;
    const plain = await portraitInCamera(row);
    const asItIs = await read(plain);
    if (!asItIs) continue;
    tally.plain++;
    if (asItIs.passes) tally.plainPassed++;
    for (const seen of [asItIs, await read(masked(plain, asItIs.landmarks)), await read(smeared(plain))]) {
      if (!seen) continue;
      const right = Number(seen.likeliest === emotion);
      if (seen.passes) {
        tally.passed++;
        tally.passedRight += right;
      } else {
        tally.refused++;
        tally.refusedRight += right;
      }
    }
  }
  expect(tally.plainPassed).toBeGreaterThanOrEqual(tally.plain - 1);
  expect(tally.refused).toBeGreaterThan(8);
  expect(tally.passedRight / tally.passed).toBeGreaterThan(tally.refusedRight / tally.refused + 0.1);
});
