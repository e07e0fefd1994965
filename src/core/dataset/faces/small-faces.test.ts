import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame } from '../../capture/frame.ts';
import { loadFaceNetsFromPackage } from '../../capture/nets/face-nets.node.ts';
import type { FaceNets } from '../../capture/nets/face-nets.ts';
import { intersectionOverUnion } from '../../emotion/box.ts';
import { startWasm } from '../../engine/wasm.node.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import { detectInTiles } from './detect-in-tiles.ts';
import { findFace } from './find-face.ts';

const COHORT = join(import.meta.dirname, '../../../../resources/demo-cohort/child');
const [WIDTH_PX, HEIGHT_PX] = [4000, 3000];
/** 5 % of the longer side. */
const FACE_PX = 200;

let nets: FaceNets;

beforeAll(async () => {
  await startWasm();
  nets = await loadFaceNetsFromPackage();
});

afterAll(() => nets.dispose());

/** A ward's wall with a window and noise, as a camera sees it, and faces on it. */
async function still(faces: readonly { subject: string; xPx: number; yPx: number }[]): Promise<Frame> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 12 };
  const tiles = await Promise.all(
    faces.map(async ({ subject, xPx, yPx }) => ({
      // The cohort's picture frames a face of three fifths of its width.
      input: await sharp(join(COHORT, subject, 'happiness_1.jpg'))
        .resize(Math.round(FACE_PX / 0.6))
        .toBuffer(),
      left: xPx,
      top: yPx,
    })),
  );
  const window = await sharp({ create: { width: 700, height: 900, channels: 3, background: '#dde' } })
    .png()
    .toBuffer();
  const { data, info } = await sharp({
    create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background: '#887', noise },
  })
    .composite([{ input: window, left: 2900, top: 200 }, ...tiles])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channels: 3, data };
}

describe('a face of 5 % of a large still', () => {
  it.each([
    ['c003', 300, 300],
    ['c009', 1850, 1350],
    ['c010', 40, 2600],
  ])('of %s at %d, %d is found', async (subject, xPx, yPx) => {
    const frame = await still([{ subject, xPx, yPx }]);
    expect(await nets.detect(frame)).toEqual([]);
    const tensors = tf.memory().numTensors;
    const found = await detectInTiles(nets, frame);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(found).toHaveLength(1);
    const sidePx = FACE_PX / 0.6;
    const pasted = { xPx, yPx, widthPx: sidePx, heightPx: sidePx };
    expect(intersectionOverUnion(found[0]!.box, pasted)).toBeGreaterThan(0.2);
  });

  it('is not taken for the one that is meant where there are two', async () => {
    const frame = await still([
      { subject: 'c003', xPx: 400, yPx: 400 },
      { subject: 'c005', xPx: 2100, yPx: 1800 },
    ]);
    const found = await findFace(nets, frame, null);
    expect(found.kind === 'fault' && englishOf(found.why)).toMatch(/2 faces were found/);
  });

  it('is not seen where there is none', async () => {
    const found = await findFace(nets, await still([]), null);
    expect(found.kind === 'fault' && englishOf(found.why)).toMatch(/no face was found/);
  });
});

it('a box that was drawn in an image that has been shrunk is where the face is', async () => {
  const frame = await still([{ subject: 'c003', xPx: 1000, yPx: 1000 }]);
  const box = (await detectInTiles(nets, frame))[0]!.box;
  const large = { xPx: 4 * box.xPx, yPx: 4 * box.yPx, widthPx: 4 * box.widthPx, heightPx: 4 * box.heightPx };
  const [inFrame, inImage] = [await findFace(nets, frame, box), await findFace(nets, frame, large, 0.25)];
  const facePx = inFrame.kind === 'face' ? 4 * inFrame.facePx! : 0;
  expect(inImage).toEqual({ ...inFrame, facePx });
  const outside = await findFace(nets, frame, { ...large, xPx: 17_000 }, 0.25);
  expect(outside.kind === 'fault' && englishOf(outside.why)).toMatch(/outside of the image of 16000 x 12000/);
});
