import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Smoothed, smooth, smoothNext } from './smooth.ts';
import { samplesOf } from './testing/samples-of.ts';

const HAPPINESS = 3;
const NEUTRAL = 6;

const anyRows = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: -1, max: 6 })), { minLength: 1, maxLength: 40 })
  .map((steps) => {
    let atMs = 0;
    return steps.map(([stepMs, emotion]): [number, number] => {
      atMs += stepMs;
      return [atMs, emotion];
    });
  });

test('step by step and all at once give the same curve, which still sums to 1', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const samples = samplesOf(rows);
      const all = smooth(samples);
      let live: Smoothed | null = null;
      for (const [row, [atMs]] of rows.entries()) {
        live = smoothNext(live, {
          atMs,
          probabilities: Array.from(samples.probabilities.subarray(7 * row, 7 * row + 7)),
        });
        const curve = Array.from(all.subarray(7 * row, 7 * row + 7));
        for (const [index, value] of live.probabilities.entries()) expect(curve[index]).toBeCloseTo(value, 5);
        expect(live.probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      }
    }),
  );
});

test('after one time constant, 600 ms, 63 % of a change has been made, however many readings came in it', () => {
  for (const readings of [1, 4, 60]) {
    const rows: [number, number][] = [[0, NEUTRAL]];
    for (let index = 1; index <= readings; index += 1) rows.push([(600 * index) / readings, HAPPINESS]);
    const value = smooth(samplesOf(rows)).at(7 * readings + HAPPINESS)!;
    expect((value - 0.05) / (0.7 - 0.05)).toBeCloseTo(1 - Math.exp(-1), 5);
  }
});

test('after a hole of more than a second it starts anew', () => {
  const happinessAfter = (ms: number) =>
    smooth(
      samplesOf([
        [0, NEUTRAL],
        [ms, HAPPINESS],
      ]),
    ).at(7 + HAPPINESS)!;
  expect(happinessAfter(1000)).toBeCloseTo(0.7 - 0.65 * Math.exp(-1000 / 600), 6);
  expect(happinessAfter(1001)).toBeCloseTo(0.7, 6);
});

test('of two readings of one moment the second has no weight, as no time has passed', () => {
  const first = smoothNext(null, { atMs: 5, probabilities: [1, 0] });
  expect(smoothNext(first, { atMs: 5, probabilities: [0, 1] })).toEqual({ atMs: 5, probabilities: [1, 0] });
  expect(smoothNext(first, { atMs: 5.5, probabilities: [0, 1] }, { timeConstantMs: 1, maxGapMs: 1 })).toEqual({
    atMs: 5.5,
    probabilities: [expect.closeTo(Math.exp(-0.5), 12), expect.closeTo(1 - Math.exp(-0.5), 12)],
  });
});

test('the readings themselves stay', () => {
  const samples = samplesOf([
    [0, NEUTRAL],
    [60, HAPPINESS],
  ]);
  const before = Float32Array.from(samples.probabilities);
  smooth(samples);
  expect(samples.probabilities).toEqual(before);
});

test('misuse is refused', () => {
  const samples = samplesOf([
    [60, NEUTRAL],
    [0, HAPPINESS],
  ]);
  expect(() => smooth(samples)).toThrow('found a step of -60 ms');
  const options = { timeConstantMs: 0, maxGapMs: 1000 };
  expect(() =>
    smooth(
      samplesOf([
        [0, 1],
        [1, 1],
      ]),
      options,
    ),
  ).toThrow('a time constant > 0 ms was expected; found 0');
});
