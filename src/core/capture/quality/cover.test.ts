import { describe, expect, it } from 'vitest';
import { CROP_PX } from '../align-face.ts';
import { COVER_FEATURES, coverFeatures, coverProbability } from './cover.ts';
import { COVER_WEIGHTS } from './cover-weights.ts';

function crop(level: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: CROP_PX ** 2 }, (_, i) => level(i % CROP_PX, Math.floor(i / CROP_PX)));
}

const texture = crop((x, y) => 120 + 40 * Math.sin(x / 3) * Math.cos(y / 4));

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

  it('makes numbers of a crop that is all of one grey', () => {
    expect(coverProbability(crop(() => 90))).toBeGreaterThanOrEqual(0);
  });

  it('refuses a crop of another size', () => {
    expect(() => coverFeatures(new Uint8Array(48 * 48))).toThrow(/60 x 60/);
  });
});
