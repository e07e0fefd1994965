import { describe, expect, it } from 'vitest';
import type { Box } from '../../emotion/box.ts';
import type { Landmarks } from '../landmarks.ts';
import { detectorBox } from '../nets/detector-box.ts';
import { plainFace } from '../testing/plain-face.ts';
import { landmarkFault } from './landmark-fault.ts';

/** The eyes 20 apart on y = 19, the mouth at y = 40.6. */
const FACE = plainFace();

/** A box around the middle of the face. */
const boxOf = (widthPx: number, heightPx = widthPx): Box => ({
  xPx: 30 - widthPx / 2,
  yPx: 30 - heightPx / 2,
  widthPx,
  heightPx,
});

/** Nose and mouth so many eye distances below the eyes. */
function withMouthAt(mouth: number, nose = mouth / 2): Landmarks {
  return FACE.map((point, i) => {
    if (i === 48 || i === 54) return { ...point, yPx: 19 + 20 * mouth };
    return i === 33 ? { ...point, yPx: 19 + 20 * nose } : point;
  });
}

const turnedBy = (degrees: number) => {
  const radians = (degrees * Math.PI) / 180;
  return plainFace({ a: Math.cos(radians), b: Math.sin(radians), txPx: 0, tyPx: 0 });
};

describe('landmarkFault', () => {
  it('finds none in a face', () => {
    expect(landmarkFault(FACE, detectorBox(FACE))).toBeNull();
  });

  it.each([
    [20 / 0.121, null],
    [20 / 0.119, "the eyes are 12 % of the face's width apart"],
    [20 / 0.599, null],
    [20 / 0.601, "the eyes are 60 % of the face's width apart"],
  ])('in a box %d wide: %s', (widthPx, fault) => {
    expect(landmarkFault(FACE, boxOf(widthPx, 60))).toBe(fault);
  });

  it.each([
    [59, null],
    [-59, null],
    [61, "the eyes' line is tilted by 61 degrees"],
    [-61, "the eyes' line is tilted by -61 degrees"],
  ])('of a head that leans by %d degrees: %s', (degrees, fault) => {
    const landmarks = turnedBy(degrees);
    expect(landmarkFault(landmarks, detectorBox(landmarks))).toBe(fault);
  });

  it.each([
    [0.41, null],
    [0.39, 'the mouth is 0.4 eye distances below the eyes'],
    [2.79, null],
    [2.81, 'the mouth is 2.8 eye distances below the eyes'],
  ])('of a mouth %d eye distances down: %s', (mouth, fault) => {
    expect(landmarkFault(withMouthAt(mouth), boxOf(100))).toBe(fault);
  });

  it.each([
    [0.01, null],
    [-0.01, 'the nose is not between eyes and mouth'],
    [0.99, null],
    [1.01, 'the nose is not between eyes and mouth'],
  ])('of a nose %d eye distances down, the mouth at 1: %s', (nose, fault) => {
    expect(landmarkFault(withMouthAt(1, nose), boxOf(100))).toBe(fault);
  });

  it.each([
    'right',
    'left',
    'down',
    'up',
  ])('lets eyes and mouth out of a box that is shifted %s by a quarter', (way) => {
    // The eyes' and the mouth's points reach from x = 20 to 40 and from y = 19 to 40.6; the longer side is 80.
    const shifted = (outPx: number): Box =>
      ({
        right: { xPx: 20 + outPx, yPx: 0, widthPx: 60, heightPx: 80 },
        left: { xPx: 40 - outPx - 60, yPx: 0, widthPx: 60, heightPx: 80 },
        down: { xPx: 0, yPx: 19 + outPx, widthPx: 60, heightPx: 80 },
        up: { xPx: 0, yPx: 40.6 - outPx - 80, widthPx: 60, heightPx: 80 },
      })[way]!;
    expect(landmarkFault(FACE, shifted(19.9))).toBeNull();
    expect(landmarkFault(FACE, shifted(20.1))).toBe('the eyes or the mouth lie outside of the face');
  });

  it('refuses a landmark without a place', () => {
    for (const lost of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(landmarkFault(FACE.with(5, { xPx: lost, yPx: 1 }), boxOf(60))).toBe('a landmark has no place');
      expect(landmarkFault(FACE.with(5, { xPx: 1, yPx: lost }), boxOf(60))).toBe('a landmark has no place');
    }
  });
});
