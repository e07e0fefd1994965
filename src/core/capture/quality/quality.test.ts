import { describe, expect, it } from 'vitest';
import type { Quality } from '../../emotion/quality.ts';
import { CROP_PX } from '../align-face.ts';
import { plainFace } from '../testing/plain-face.ts';
import { yawDeg } from './head-turn.ts';
import { gapReason, measureQuality } from './quality.ts';

const GOOD: Quality = { brightness: 0.5, sharpness: 300, eyeDistancePx: 60, yawDeg: 5 };

function crop(level: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: CROP_PX ** 2 }, (_, i) => level(i % CROP_PX, Math.floor(i / CROP_PX)));
}

describe('measureQuality', () => {
  it('measures brightness on the part that is read, not on the rim', () => {
    const lit = crop((x, y) => (Math.min(x, y) < 6 || Math.max(x, y) >= 54 ? 255 : 51));
    expect(measureQuality(lit, plainFace()).brightness).toBeCloseTo(0.2, 6);
  });

  it('finds a ramp perfectly smooth and a checkerboard as sharp as can be', () => {
    expect(
      measureQuality(
        crop((x, y) => x + 2 * y),
        plainFace(),
      ).sharpness,
    ).toBe(0);
    // Laplacian of a checkerboard of 0 and 10: plus or minus 40.
    expect(
      measureQuality(
        crop((x, y) => ((x + y) % 2) * 10),
        plainFace(),
      ).sharpness,
    ).toBe(1600);
  });

  it('gives the eye distance in camera pixels, also of a leaning head', () => {
    const leaning = plainFace({ a: 3, b: 4, txPx: 0, tyPx: 0 });
    expect(
      measureQuality(
        crop(() => 100),
        leaning,
      ).eyeDistancePx,
    ).toBeCloseTo(100, 6);
  });

  it('refuses a crop of another size', () => {
    expect(() => measureQuality(new Uint8Array(48 * 48), plainFace())).toThrow(/60 x 60/);
  });
});

describe('yawDeg', () => {
  it.each([-40, -10, 0, 25])('reads a head turned by %i degrees off its projection', (turn) => {
    const radians = (turn * Math.PI) / 180;
    // Seen from far away: x cos + depth sin, where the jaw's ends lie 0.92 eye distances behind the eyes.
    const turned = plainFace().map(({ xPx, yPx }, index) => {
      const depth = index === 0 || index === 16 ? -0.92 * 20 : 0;
      return { xPx: 30 + (xPx - 30) * Math.cos(radians) + depth * Math.sin(radians), yPx };
    });
    expect(yawDeg(turned)).toBeCloseTo(turn, 6);
  });
});

describe('gapReason', () => {
  it.each([
    [{ eyeDistancePx: 7 }, 'too-far'],
    [{ yawDeg: -70 }, 'turned-away'],
    [{ brightness: 0.03 }, 'too-dark'],
    [{ brightness: 0.98 }, 'too-bright'],
    [{ sharpness: 1 }, 'blurred'],
    [{}, null],
  ] as const)('%o is %s', (change, reason) => {
    expect(gapReason({ ...GOOD, ...change })).toBe(reason);
  });
});
