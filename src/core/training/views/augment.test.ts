import { expect, test } from 'vitest';
import { exampleFaces } from '../testing/example-faces.ts';
import { type AugmentOptions, augmentedView, centreView } from './augment.ts';
import { randomAt } from './random.ts';

const PX = 48;
const FACES = exampleFaces([{ group: 'child', imagesByEmotion: [0, 1] }], 1);
const NOTHING: AugmentOptions = {
  shiftPx: 0,
  rotationDeg: 0,
  scale: 0,
  flipProbability: 0,
  brightness: 0,
  contrast: 0,
  gamma: 0,
  blurProbability: 0,
  blurPx: 2,
  eraseProbability: 0,
  erasePx: [8, 16],
};

function view(options: Partial<AugmentOptions>, seed = 1): Float32Array {
  const target = new Float32Array(PX * PX);
  augmentedView(FACES, 0, PX, { ...NOTHING, ...options }, randomAt(seed), target, 0);
  return target;
}

function centre(): Float32Array {
  const target = new Float32Array(PX * PX);
  centreView(FACES, 0, PX, target, 0);
  return target;
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}

test('the centre is the crop without its margin of 6, at grey 0 to 1', () => {
  const found = centre();
  expect(found[0]).toBeCloseTo(FACES.crops[6 * 60 + 6]! / 255, 6);
  expect(found[10 * PX + 3]).toBeCloseTo(FACES.crops[16 * 60 + 9]! / 255, 6);
});

test('with every range at 0 a view is the centre', () => {
  expect(largestDifference(view({}), centre())).toBeLessThan(1e-5);
});

test('a mirrored view is the centre from the other side', () => {
  const wanted = centre().map((_, i, all) => all[i - (i % PX) + PX - 1 - (i % PX)]!);
  expect(largestDifference(view({ flipProbability: 1 }), wanted)).toBeLessThan(1e-5);
});

test('each range changes the view, and the same address gives the same view', () => {
  const ranges: Partial<AugmentOptions>[] = [
    { shiftPx: 4 },
    { rotationDeg: 15 },
    { scale: 0.1 },
    { brightness: 0.2 },
    { contrast: 0.3 },
    { gamma: 0.5 },
    { blurProbability: 1 },
    { eraseProbability: 1 },
  ];
  for (const range of ranges) {
    expect(largestDifference(view(range), centre())).toBeGreaterThan(0.02);
    expect(view(range)).toEqual(view(range));
    expect(view(range, 2)).not.toEqual(view(range));
  }
});

test('greys stay between 0 and 1 whatever the ranges', () => {
  for (let seed = 0; seed < 50; seed++) {
    const greys = view({ shiftPx: 6, rotationDeg: 40, scale: 0.3, brightness: 0.9, contrast: 0.9, gamma: 2 }, seed);
    expect(Math.min(...greys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...greys)).toBeLessThanOrEqual(1);
  }
});

test('a row that is not there is named', () => {
  const target = new Float32Array(PX * PX);
  expect(() => centreView(FACES, 1, PX, target, 0)).toThrow(/0 to 0, was expected; found 1/);
});
