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
