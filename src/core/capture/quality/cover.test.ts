import { describe, expect, it } from 'vitest';
import { CROP_PX } from '../align-face.ts';
import { COVER_FEATURES, coverFeatures, coverProbability } from './cover.ts';
import { COVER_BIAS, COVER_WEIGHTS } from './cover-weights.ts';

function crop(level: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: CROP_PX ** 2 }, (_, i) => level(i % CROP_PX, Math.floor(i / CROP_PX)));
}

const texture = crop((x, y) => 120 + 40 * Math.sin(x / 3) * Math.cos(y / 4));

/** Pixels of no meaning, of which every other one differs from its neighbours. */
function pattern(a: number, b: number, c: number, modulus: number): Uint8Array {
  return crop((x, y) => (a * x * x + b * y * y + c * x * y) % modulus);
}

/** Probabilities computed with the weights of cover-weights.ts by a second program, in Python, from the definition. */
const PATTERNS: [Parameters<typeof pattern>, number][] = [
  [[1, 3, 7, 251], 0.8514832],
  [[2, 4, 2, 199], 0.2924359],
  [[1, 1, 5, 199], 0.0506298],
];

/** Level, change across and change down of each of the 8 x 8 cells of 6 x 6 pixels, over the spread of all of them. */
function slowFeatures(pixels: Uint8Array): number[] {
  const at = (x: number, y: number) => pixels[y * 60 + x]!;
  const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
  const points = (left: number, top: number, side: number) =>
    range(top, side).flatMap((y) => range(left, side).map((x): [number, number] => [x, y]));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  const middle = points(6, 6, 48).map(([x, y]) => at(x, y));
  const level = mean(middle);
  const spread = Math.max(4, Math.sqrt(mean(middle.map((value) => (value - level) ** 2))));
  return range(0, 64).flatMap((cell) => {
    const inside = points(6 + 6 * (cell % 8), 6 + 6 * Math.floor(cell / 8), 6);
    return [
      mean(inside.map(([x, y]) => at(x, y) - level)) / spread,
      Math.sqrt(mean(inside.map(([x, y]) => Math.abs(at(x + 1, y) - at(x - 1, y)))) / spread),
      Math.sqrt(mean(inside.map(([x, y]) => Math.abs(at(x, y + 1) - at(x, y - 1)))) / spread),
    ];
  });
}

describe('coverFeatures', () => {
  it('has a weight for each', () => {
    expect(COVER_WEIGHTS).toHaveLength(COVER_FEATURES);
    expect(coverFeatures(texture)).toHaveLength(COVER_FEATURES);
  });

  it('does not see how bright or how rich in contrast the crop is', () => {
    const paler = texture.map((level) => Math.round(60 + level / 2));
    for (const [i, value] of coverFeatures(texture).entries()) {
      expect(coverFeatures(paler)[i]!).toBeCloseTo(value, 1);
    }
  });

  it('describes cell by cell: stripes across change down only', () => {
    const features = coverFeatures(crop((_, y) => (Math.floor(y / 2) % 2) * 100));
    for (let cell = 0; cell < COVER_FEATURES / 3; cell++) {
      expect(features[3 * cell + 1]).toBe(0);
      expect(features[3 * cell + 2]!).toBeGreaterThan(1);
    }
  });

  it('is, cell by cell, what its definition says', () => {
    const crops = [
      texture,
      ...PATTERNS.map(([factors]) => pattern(...factors)),
      crop(() => 90),
      crop((x) => 90 + (x % 3)),
    ];
    for (const each of crops) {
      const slow = slowFeatures(each);
      for (const [i, value] of coverFeatures(each).entries()) expect(value).toBeCloseTo(slow[i]!, 5);
    }
  });

  it('refuses a crop of another size', () => {
    expect(() => coverFeatures(new Uint8Array(48 * 48))).toThrow(/60 x 60/);
  });
});

describe('coverProbability', () => {
  it.each(PATTERNS)('of the pattern %j is %d', (factors, probability) => {
    expect(coverProbability(pattern(...factors))).toBeCloseTo(probability, 6);
  });

  it('is that of the bias alone for a crop that is all of one grey', () => {
    expect(coverProbability(crop(() => 90))).toBeCloseTo(1 / (1 + Math.exp(-COVER_BIAS)), 12);
  });
});
