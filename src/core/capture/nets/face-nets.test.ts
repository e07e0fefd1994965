import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as faceApi from '#face-api';
import { type Box, intersectionOverUnion } from '../../emotion/box.ts';
import { startWasm } from '../../engine/wasm.node.ts';
import type { Frame } from '../frame.ts';
import { distancePx, keyPoints, type Landmarks } from '../landmarks.ts';
import { loadFaceNetsFromPackage } from './face-nets.node.ts';
import type { FaceNets } from './face-nets.ts';

/** The demo cohort's pictures, set into a camera frame so that the detector sees them as it sees a child in a bed. */
const COHORT = join(import.meta.dirname, '../../../../resources/demo-cohort');
const WIDTH = 640;
const HEIGHT = 480;
const [LEFT, TOP] = [160, 80];

interface Shown {
  readonly subject: string;
  readonly frame: Frame;
  readonly box: Box;
  readonly yaw: number;
}

let nets: FaceNets;
let shown: Shown[];

beforeAll(async () => {
  await startWasm();
  nets = await loadFaceNetsFromPackage();
  const rows = parse(readFileSync(join(COHORT, 'manifest.csv')), { columns: true }) as Record<string, string>[];
  shown = await Promise.all(rows.filter((_, i) => i % 40 === 0 || i % 40 === 3).map(inCamera));
});

afterAll(() => nets.dispose());

async function inCamera(row: Record<string, string>): Promise<Shown> {
  const picture = await sharp(join(COHORT, row.path!)).resize(256).toBuffer();
  const { data } = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#555' } })
    .composite([{ input: picture, left: LEFT, top: TOP }])
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [x0, y0, x1, y1] = ['x0', 'y0', 'x1', 'y1'].map((column) => 2 * Number(row[column])) as [
    number,
    number,
    number,
    number,
  ];
  return {
    subject: row.subject!,
    frame: { widthPx: WIDTH, heightPx: HEIGHT, channels: 4, data },
    box: { xPx: LEFT + x0, yPx: TOP + y0, widthPx: x1 - x0, heightPx: y1 - y0 },
    yaw: Number(row.yaw),
  };
}

/** The same scene, moved within its frame. */
function shifted(frame: Frame, byXPx: number, byYPx: number): Frame {
  const data = new Uint8Array(frame.data.length);
  const rowBytes = frame.widthPx * frame.channels;
  for (let y = byYPx; y < frame.heightPx; y++) {
    const from = (y - byYPx) * rowBytes;
    data.set(
      frame.data.subarray(from, from + rowBytes - byXPx * frame.channels),
      y * rowBytes + byXPx * frame.channels,
    );
  }
  return { ...frame, data };
}

function disagreement(a: Landmarks, b: Landmarks): number {
  const { leftEye, rightEye } = keyPoints(a);
  const sum = a.slice(17).reduce((total, point, i) => total + distancePx(point, b[i + 17]!), 0);
  return sum / 51 / distancePx(leftEye, rightEye);
}

function euclidean(a: Float32Array, b: Float32Array): number {
  return Math.hypot(...a.map((value, k) => value - b[k]!));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

describe('face nets', () => {
  it('share one TensorFlow.js with the rest of the program', () => {
    expect((faceApi as unknown as { tf: typeof tf }).tf.engine()).toBe(tf.engine());
  });

  it('find the one face of nearly every picture, where the manifest says it is', async () => {
    let found = 0;
    const overlaps: number[] = [];
    for (const { frame, box } of shown) {
      const faces = await nets.detect(frame);
      if (faces.length !== 1) continue;
      found += 1;
      overlaps.push(intersectionOverUnion(faces[0]!.box, box));
    }
    expect(shown.length).toBeGreaterThan(60);
    expect(found / shown.length).toBeGreaterThan(0.95);
    // The manifest frames the whole head, the detector brows to chin.
    expect(median(overlaps)).toBeGreaterThan(0.55);
  });

  it('agree on the landmarks, whether the detector or the manifest says where the face is', async () => {
    const errors: number[] = [];
    for (const { frame, box } of shown.slice(0, 30)) {
      const [face] = await nets.detect(frame);
      if (!face) continue;
      errors.push(disagreement(await nets.landmarks(frame, face.box), await nets.landmarks(frame, box)));
    }
    expect(median(errors)).toBeLessThan(0.02);
  });

  it('agree on the landmarks of a face that moves, whether it is followed or found anew in each frame', async () => {
    const errors: number[] = [];
    for (const { frame } of shown.slice(0, 6)) {
      let before: Landmarks | undefined;
      for (let step = 0; step < 10; step++) {
        // 60 pixels a second at 15 frames a second: a third of the face's width.
        const moved = shifted(frame, 4 * step, 2 * step);
        const [face] = await nets.detect(moved);
        if (!face) break;
        const followed = await nets.landmarks(moved, face.box, before);
        if (before) errors.push(disagreement(followed, await nets.landmarks(moved, face.box)));
        before = followed;
      }
    }
    expect(errors.length).toBeGreaterThan(40);
    expect(median(errors)).toBeLessThan(0.02);
    expect(Math.max(...errors)).toBeLessThan(0.05);
  }, 60_000);

  it('do not look for a face where another one was', async () => {
    const { frame } = shown[0]!;
    const [face] = await nets.detect(frame);
    const elsewhere = (await nets.landmarks(frame, face!.box)).map(({ xPx, yPx }) => ({ xPx: xPx - 120, yPx }));
    expect(await nets.landmarks(frame, face!.box, elsewhere)).toEqual(await nets.landmarks(frame, face!.box));
  });

  it('describe a person more like themselves than like others', async () => {
    const described: { subject: string; descriptor: Float32Array }[] = [];
    for (const { subject, frame, box } of shown.slice(0, 24)) {
      const descriptor = await nets.describe(frame, await nets.landmarks(frame, box));
      described.push({ subject, descriptor });
    }
    const distances = (same: boolean) =>
      described.flatMap((a, i) =>
        described
          .slice(i + 1)
          .filter((b) => (a.subject === b.subject) === same)
          .map((b) => euclidean(a.descriptor, b.descriptor)),
      );
    expect(described[0]!.descriptor).toHaveLength(128);
    // Rendered faces resemble each other more than people do, so the gap is narrow here.
    expect(median(distances(true))).toBeLessThan(0.8 * median(distances(false)));
  });

  it('see nothing in an empty room, and leave no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const empty = { widthPx: 64, heightPx: 48, channels: 4 as const, data: new Uint8Array(64 * 48 * 4).fill(90) };
    expect(await nets.detect(empty)).toEqual([]);
    await nets.describe(shown[0]!.frame, await nets.landmarks(shown[0]!.frame, shown[0]!.box));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('give back their own tensors', async () => {
    const before = tf.memory().numTensors;
    const more = await loadFaceNetsFromPackage();
    expect(tf.memory().numTensors).toBeGreaterThan(before);
    more.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuse a frame whose bytes do not fill it', async () => {
    const broken = { widthPx: 64, heightPx: 48, channels: 3 as const, data: new Uint8Array(10) };
    await expect(nets.detect(broken)).rejects.toThrow(RangeError);
  });
});
