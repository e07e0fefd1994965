import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quality } from '../../emotion/quality.ts';
import { CROP_PX } from '../align-face.ts';
import type { Frame } from '../frame.ts';
import { applySimilarity } from '../identity/similarity.ts';
import { plainFace } from '../testing/plain-face.ts';
import { yawDeg } from './head-turn.ts';
import { coverReason, emptyFrameReason, gapReason, measureQuality } from './quality.ts';

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

  it('takes the direction that is less sharp, as motion blurs one only', () => {
    const acrossOnly = crop((x) => (x % 2) * 10);
    expect(measureQuality(acrossOnly, plainFace()).sharpness).toBe(0);
    // Second differences of plus or minus 20 along rows and 40 along columns: four times the lesser variance.
    const both = crop((x, y) => (x % 2) * 10 + (y % 2) * 20);
    expect(measureQuality(both, plainFace()).sharpness).toBe(4 * 400);
  });

  it('is four times the lesser variance of the second differences, taken one by one', () => {
    const variance = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 7, maxLength: 50 }), (levels) => {
        const pixels = crop((x, y) => levels[(x * x + 3 * x * y + 5 * y * y) % levels.length]!);
        const at = (x: number, y: number) => pixels[y * CROP_PX + x]!;
        const places = Array.from({ length: 48 * 48 }, (_, i) => [6 + (i % 48), 6 + Math.floor(i / 48)] as const);
        const across = variance(places.map(([x, y]) => at(x - 1, y) + at(x + 1, y) - 2 * at(x, y)));
        const down = variance(places.map(([x, y]) => at(x, y - 1) + at(x, y + 1) - 2 * at(x, y)));
        expect(measureQuality(pixels, plainFace()).sharpness).toBeCloseTo(4 * Math.min(across, down), 6);
      }),
      { numRuns: 20 },
    );
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
    // A head that leans over as well is turned no more and no less.
    const leaning = turned.map((point) => applySimilarity({ a: 0.8, b: 0.6, txPx: 9, tyPx: -4 }, point));
    expect(yawDeg(leaning)).toBeCloseTo(turn, 6);
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

  it.each([
    [{ eyeDistancePx: 10 }, { eyeDistancePx: 9.99 }],
    [{ yawDeg: 35 }, { yawDeg: 35.01 }],
    [{ yawDeg: -35 }, { yawDeg: -35.01 }],
    [{ brightness: 0.08 }, { brightness: 0.0799 }],
    [{ brightness: 0.94 }, { brightness: 0.9401 }],
    [{ sharpness: 20 }, { sharpness: 19.99 }],
  ])('%o may be read, %o may not', (good, bad) => {
    expect(gapReason({ ...GOOD, ...good })).toBeNull();
    expect(gapReason({ ...GOOD, ...bad })).not.toBeNull();
  });

  it('says of several faults the one that staff can act on first', () => {
    const worst = { eyeDistancePx: 1, yawDeg: 90, brightness: 0, sharpness: 0 };
    expect(gapReason(worst)).toBe('too-far');
    expect(gapReason({ ...worst, eyeDistancePx: 60 })).toBe('turned-away');
    expect(gapReason({ ...worst, eyeDistancePx: 60, yawDeg: 0 })).toBe('too-dark');
    expect(gapReason({ ...worst, eyeDistancePx: 60, yawDeg: 0, brightness: 1 })).toBe('too-bright');
  });
});

describe('coverReason', () => {
  // Their probabilities, by the second program of cover.test.ts: 0.787 and 0.811.
  it.each([
    [[5, 1, 101], null],
    [[7, 1, 151], 'covered'],
  ] as const)('of the pattern %j is %s', ([a, b, modulus], reason) => {
    expect(coverReason(crop((x, y) => (a * x * x + b * y * y) % modulus))).toBe(reason);
  });
});

describe('emptyFrameReason', () => {
  const plain = (rgb: readonly [number, number, number], channels: 3 | 4 = 3): Frame => ({
    widthPx: 40,
    heightPx: 30,
    channels,
    data: Uint8Array.from({ length: 40 * 30 * channels }, (_, i) => rgb[i % channels] ?? 255),
  });

  it.each([
    [[33, 33, 33], 'too-dark'],
    [[34, 34, 34], 'no-face'],
    [[0, 0, 102], 'no-face'],
    [[0, 102, 0], 'no-face'],
    [[102, 0, 0], 'no-face'],
    [[229, 229, 229], 'no-face'],
    [[230, 230, 230], 'too-bright'],
  ] as const)('of a frame of %j is %s', (rgb, reason) => {
    expect(emptyFrameReason(plain(rgb))).toBe(reason);
    expect(emptyFrameReason(plain(rgb, 4))).toBe(reason);
  });

  it('looks at all of the frame, not at its first rows', () => {
    const half = (from: number): Frame => {
      const frame = plain([0, 0, 0]);
      return { ...frame, data: frame.data.map((_, i) => (i >= from && i < from + 1800 ? 255 : 0)) };
    };
    expect(emptyFrameReason(half(0))).toBe('no-face');
    expect(emptyFrameReason(half(1800))).toBe('no-face');
  });

  it('refuses data that do not fill the frame', () => {
    expect(() => emptyFrameReason({ ...plain([0, 0, 0]), widthPx: 41 })).toThrow(RangeError);
  });
});
