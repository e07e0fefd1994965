import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Frame } from '../capture/frame.ts';
import { loadFaceNetsFromPackage } from '../capture/nets/face-nets.node.ts';
import type { FaceNets } from '../capture/nets/face-nets.ts';
import { childRows, headInCamera, portraitInCamera, someOf } from '../capture/testing/cohort-portrait.node.ts';
import { intersectionOverUnion } from '../emotion/box.ts';
import { startWasm } from '../engine/wasm.node.ts';
import { type Classifier, loadClassifier } from '../inference/classify.ts';
import { readModel } from '../registry/model-folder.node.ts';
import { FrameReader } from './frame-reader.ts';

/** The whole flow, from a frame to a reading, under Node with the nets and the model that are shipped. */

const CHILDREN = 12;

let nets: FaceNets;
let classifier: Classifier;

beforeAll(async () => {
  await startWasm();
  nets = await loadFaceNetsFromPackage();
  const { config, weights } = await readModel(join(import.meta.dirname, '../../../models/base'));
  classifier = loadClassifier(config, weights);
});
afterAll(() => {
  nets.dispose();
  classifier.dispose();
});

/** A camera's frames are shrunk by this before they are read; boxes come back in its own pixels. */
const SCALE = 2;

test('children of the demo cohort are read where they are, and most of them as what they show', async () => {
  const tally = { right: 0, wrong: 0, notSure: 0 };
  for (const row of someOf(childRows(), CHILDREN)) {
    const reader = new FrameReader({ nets, classifier, enrolOnlyFace: true });
    const { sample, faces } = await reader.read(await portraitInCamera(row), SCALE, 0);
    if (!sample) throw new Error(`a reading of ${row.path} was expected`);
    const { xPx, yPx, widthPx, heightPx } = headInCamera(row);
    const head = { xPx: SCALE * xPx, yPx: SCALE * yPx, widthPx: SCALE * widthPx, heightPx: SCALE * heightPx };
    // The manifest frames the whole head, the detector brows to chin.
    expect(intersectionOverUnion(sample.box, head)).toBeGreaterThan(0.5);
    expect(faces).toEqual([{ box: sample.box, who: 'child' }]);
    expect(sample.probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
    if (sample.emotion === null) tally.notSure++;
    else if (sample.emotion === row.emotion) tally.right++;
    else tally.wrong++;
  }
  // Seen: 8 right, 1 wrong, 3 not sure.
  expect(tally.right).toBeGreaterThanOrEqual(7);
  expect(tally.wrong).toBeLessThanOrEqual(2);
});

test('a child is read from frame to frame, is missed when it is gone, and its picture is taken once in two seconds', async () => {
  const frame = await portraitInCamera(childRows()[0]!);
  const room: Frame = { ...frame, data: new Uint8Array(frame.data.length).fill(120) };
  const reader = new FrameReader({ nets, classifier, enrolOnlyFace: true, keepsCrops: true });
  const seen: unknown[] = [];
  for (const [atMs, shown] of [
    [0, frame],
    [66, frame],
    [132, room],
    [1999, frame],
    [2000, frame],
  ] as const) {
    const { reason, crop, sample } = await reader.read(shown, 1, atMs);
    seen.push([reason, crop?.length ?? null, sample?.atMs ?? null]);
  }
  expect(seen).toEqual([
    [null, 3600, 0],
    [null, null, 66],
    ['no-face', null, null],
    [null, null, 1999],
    [null, 3600, 2000],
  ]);
});
