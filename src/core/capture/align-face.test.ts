import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignFace } from './align-face.ts';
import type { Landmarks } from './landmarks.ts';
import { detectorBox } from './nets/detector-box.ts';
import { plainFace } from './testing/plain-face.ts';

function align(landmarks: Landmarks) {
  return alignFace(landmarks, detectorBox(landmarks));
}

describe('alignFace', () => {
  it('undoes where the face is, how large it is and how the head leans', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 10, noNaN: true }),
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        fc.double({ min: -100, max: 600, noNaN: true }),
        (scale, turn, shift) => {
          const place = { a: scale * Math.cos(turn), b: scale * Math.sin(turn), txPx: shift, tyPx: 2 * shift };
          const alignment = align(plainFace(place));
          if (alignment.kind !== 'aligned') throw new Error(alignment.reason);
          for (const key of ['a', 'b', 'txPx', 'tyPx'] as const) {
            expect(alignment.cropToFrame[key]).toBeCloseTo(place[key], 6);
          }
        },
      ),
    );
  });

  // From a second program, in Python, that fits the same four places with the weights 1, 1, 0.5, 0.5 and tolerance 0.12.
  it.each([
    {
      face: { eyeRightPx: 2, eyeDownPx: 1, nose: { xPx: 33, yPx: 36 }, mouthLeftPx: 2, mouthYPx: 47 },
      wanted: { a: 1.17197, b: 0.057548, txPx: -2.885152, tyPx: -4.231414 },
    },
    {
      face: { eyeRightPx: 0, eyeDownPx: 0, nose: { xPx: 33, yPx: 36 }, mouthLeftPx: 6, mouthYPx: 52 },
      wanted: { a: 1.128502, b: 0.00172, txPx: -3.611007, tyPx: -1.903366 },
    },
  ])('trusts the eyes most, and places that are far off less: $face', ({ face, wanted }) => {
    const landmarks = plainFace().map((point, i) => {
      if (i >= 42 && i <= 47) return { xPx: point.xPx + face.eyeRightPx, yPx: point.yPx + face.eyeDownPx };
      if (i === 33) return face.nose;
      return i === 48 || i === 54 ? { xPx: point.xPx - face.mouthLeftPx, yPx: face.mouthYPx } : point;
    });
    const alignment = align(landmarks);
    if (alignment.kind !== 'aligned') throw new Error(alignment.reason);
    for (const key of ['a', 'b', 'txPx', 'tyPx'] as const) {
      expect(alignment.cropToFrame[key]).toBeCloseTo(wanted[key], 5);
    }
  });

  it('moves the eyes by less than half a pixel when the mouth opens wide', () => {
    const opened = plainFace().map((point, i) => (i === 48 || i === 54 ? { ...point, yPx: point.yPx + 4 } : point));
    const alignment = align(opened);
    if (alignment.kind !== 'aligned') throw new Error(alignment.reason);
    const { a, txPx, tyPx } = alignment.cropToFrame;
    expect(Math.hypot(a * 20 + txPx - 20, a * 19 + tyPx - 19)).toBeLessThan(0.8);
  });

  const moved = (changes: Record<number, { xPx: number; yPx: number }>) =>
    plainFace().map((point, i) => changes[i] ?? point);

  it.each([
    ['a landmark without place', moved({ 3: { xPx: Number.NaN, yPx: 0 } }), /no place/],
    ['eyes on one spot', plainFace().map((p, i) => (i >= 36 && i < 48 ? { xPx: 30, yPx: 19 } : p)), /apart/],
    ['a mouth above the eyes', moved({ 48: { xPx: 22, yPx: 2 }, 54: { xPx: 38, yPx: 2 } }), /mouth/],
    ['a nose below the mouth', moved({ 33: { xPx: 30, yPx: 50 } }), /nose/],
    ['a face upside down', plainFace({ a: -1, b: 0, txPx: 60, tyPx: 60 }), /tilted/],
  ])('refuses %s', (_, landmarks, reason) => {
    const alignment = alignFace(landmarks, { xPx: 5, yPx: 5, widthPx: 50, heightPx: 50 });
    expect(alignment).toEqual({ kind: 'implausible', reason: expect.stringMatching(reason) });
  });

  it('refuses a face that is not in its box', () => {
    const alignment = alignFace(plainFace(), { xPx: 200, yPx: 5, widthPx: 50, heightPx: 50 });
    expect(alignment).toMatchObject({ kind: 'implausible', reason: expect.stringMatching(/outside/) });
  });
});
