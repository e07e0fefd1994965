import { expect, test } from 'vitest';
import type { Frame } from './frame.ts';
import type { Landmarks } from './landmarks.ts';
import { measureFace } from './measure-face.ts';
import { detectorBox } from './nets/detector-box.ts';
import { plainFace } from './testing/plain-face.ts';

const FACE = plainFace({ a: 1, b: 0, txPx: 160, tyPx: 80 });
const BOX = detectorBox(FACE);

/** Nets that find the given landmarks, and remember what they were told of the frame before. */
function netsThatFind(landmarks: Landmarks) {
  const told: unknown[] = [];
  return {
    told,
    async landmarks(_frame: Frame, _box: unknown, before?: Landmarks) {
      told.push(before);
      return landmarks;
    },
  };
}

/** A picture of noise of this mean level, 0 to 255, sharp throughout. */
function noise(level: number): Frame {
  const data = Uint8Array.from({ length: 640 * 480 * 3 }, (_, at) => level + (((at * 7919) % 101) - 50) / 2);
  return { widthPx: 640, heightPx: 480, channels: 3, data };
}

test('a face is cut out and measured, and refused for what can be mended before it is called covered', async () => {
  const dark: Frame = { ...noise(0), data: new Uint8Array(640 * 480 * 3).fill(9) };
  const measured = await measureFace(netsThatFind(FACE), dark, BOX);
  if (!measured.crop) throw new Error('a crop was expected');
  expect(measured.landmarks).toBe(FACE);
  expect(measured.crop).toEqual(new Uint8Array(3600).fill(9));
  expect(measured.quality.brightness).toBeCloseTo(9 / 255, 6);
  expect(measured.quality.eyeDistancePx).toBeCloseTo(20, 6);
  expect(measured.refusal).toBe('too-dark');
});

test('what has the light and the sharpness of a face but not its texture is covered', async () => {
  const measured = await measureFace(netsThatFind(FACE), noise(120), BOX);
  expect(measured.crop).not.toBeNull();
  expect(measured.refusal).toBe('covered');
});

test('landmarks that cannot be a face are not cut out', async () => {
  const upsideDown = plainFace({ a: -1, b: 0, txPx: 220, tyPx: 140 });
  expect(await measureFace(netsThatFind(upsideDown), noise(120), BOX)).toEqual({ crop: null, refusal: 'covered' });
});

test('the nets are told where the face was in the frame before', async () => {
  const nets = netsThatFind(FACE);
  await measureFace(nets, noise(120), BOX, FACE);
  await measureFace(nets, noise(120), BOX);
  expect(nets.told).toEqual([FACE, undefined]);
});
