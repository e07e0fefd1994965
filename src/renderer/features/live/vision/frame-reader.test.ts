import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFaceNetsFromPackage } from '../../../../core/capture/face-nets.node.ts';
import type { FaceNets } from '../../../../core/capture/face-nets.ts';
import type { Frame } from '../../../../core/capture/frame.ts';
import type { Landmarks } from '../../../../core/capture/landmarks.ts';
import { startWasm } from '../../../../core/engine/wasm.node.ts';
import type { Classifier } from '../../../../core/inference/classify.ts';
import { FrameReader } from './frame-reader.ts';

const PICTURE = join(import.meta.dirname, '../../../../../resources/demo-cohort/child/c009/neutral_1.jpg');

let nets: FaceNets;
let face: Buffer;

beforeAll(async () => {
  await startWasm();
  nets = await loadFaceNetsFromPackage();
  face = await sharp(PICTURE).resize(256).toBuffer();
});

afterAll(() => nets.dispose());

/** The face in a bedside picture with its left edge there, or nobody. */
async function scene(leftPx: number | null): Promise<Frame> {
  const data = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#555' } })
    .composite(leftPx === null ? [] : [{ input: face, left: leftPx, top: 80 }])
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { widthPx: 640, heightPx: 480, channels: 4, data };
}

const classifier = {
  classify: async () => ({ probabilities: [0, 0, 0, 1, 0, 0, 0], emotion: 'happiness' }),
} as unknown as Classifier;

test('a child is followed by its landmarks only while it is seen in frame after frame', async () => {
  /** What each reading was told of the frame before; a descriptor's look is told nothing. */
  const told: (Landmarks | undefined)[] = [];
  let calls = 0;
  const watched: FaceNets = {
    ...nets,
    landmarks: (frame, box, before) => {
      calls += 1;
      told.push(before);
      return nets.landmarks(frame, box, before);
    },
  };
  const reader = new FrameReader({ nets: watched, classifier, enrolOnlyFace: true });
  const readAt = async (atMs: number, leftPx: number | null) => {
    told.length = 0;
    const { reason } = await reader.read(await scene(leftPx), 1, atMs);
    return { reason, isFollowed: told.some((before) => before !== undefined) };
  };
  expect(await readAt(0, 160)).toEqual({ reason: null, isFollowed: false });
  expect(await readAt(66, 164)).toEqual({ reason: null, isFollowed: true });
  expect(await readAt(132, null)).toEqual({ reason: 'no-face', isFollowed: false });
  expect(await readAt(198, 168)).toMatchObject({ isFollowed: false });
  const back = await readAt(264, 168);
  // A pause between two frames is a break as well.
  const late = await readAt(800, 168);
  expect(back).toEqual({ reason: null, isFollowed: true });
  expect(late.isFollowed).toBe(false);
  expect(calls).toBeGreaterThan(4);
});
