import { describe, expect, it } from 'vitest';
import { mostLikely } from '../most-likely.ts';
import { fitTemperature, negativeLogLikelihood, softmaxAt } from './temperature.ts';

const LOGITS = Float32Array.from(
  [
    [2.0, 0.5, -1.0],
    [0.2, 1.5, 0.3],
    [3.0, 2.5, 0.1],
    [-1.0, 0.0, 1.2],
    [1.1, 1.0, 0.9],
    [0.4, 2.2, 2.0],
    [2.5, -0.5, 0.7],
    [0.0, 0.6, -0.4],
  ].flat(),
);
const TRUTH = [0, 1, 1, 2, 0, 2, 0, 0];

describe('fitTemperature', () => {
  // scipy 1.17.1: minimize_scalar(nll, bounds=log([.05, 20]), method="bounded", options={"xatol": 1e-12})
  it('agrees with scipy', () => {
    const temperature = fitTemperature(LOGITS, TRUTH, 3);
    expect(temperature).toBeCloseTo(0.593056, 5);
    expect(negativeLogLikelihood(LOGITS, TRUTH, 3, temperature)).toBeCloseTo(0.6247342670951985, 7);
    expect(negativeLogLikelihood(LOGITS, TRUTH, 3, 1)).toBeCloseTo(0.6725004736032223, 6);
  });

  it('grows with the logits: a net that shouts twice as loud is divided by twice as much', () => {
    const louder = LOGITS.map((each) => each * 2);
    expect(fitTemperature(louder, TRUTH, 3)).toBeCloseTo(2 * fitTemperature(LOGITS, TRUTH, 3), 5);
  });

  it('stays within its bounds for a net that is right every time and one that is wrong every time', () => {
    expect(fitTemperature(Float32Array.of(3, 0, 0, 3), [0, 1], 2)).toBeCloseTo(0.05, 6);
    expect(fitTemperature(Float32Array.of(3, 0, 0, 3), [1, 0], 2)).toBeCloseTo(20, 4);
  });

  it('refuses to fit on nothing', () => {
    expect(() => fitTemperature(new Float32Array(), [], 3)).toThrow(/at least one image/);
  });
});

describe('softmaxAt', () => {
  it('gives rows that sum to 1, for large logits too, and never changes what is named', () => {
    const probabilities = softmaxAt(Float32Array.of(1000, 999, -1000, 0.5, 0.25, 0), 3, 0.5);
    expect(probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    expect(probabilities[3]! + probabilities[4]! + probabilities[5]!).toBeCloseTo(1, 6);
    for (const temperature of [0.1, 1, 7]) {
      expect(mostLikely(softmaxAt(LOGITS, 3, temperature), 3).predicted).toEqual(mostLikely(LOGITS, 3).predicted);
    }
  });

  it('refuses a temperature of 0', () => {
    expect(() => softmaxAt(LOGITS, 3, 0)).toThrow(/temperature > 0 was expected; found 0/);
  });
});
