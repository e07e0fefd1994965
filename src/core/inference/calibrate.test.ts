import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../emotion/emotion.ts';
import { calibrate } from './calibrate.ts';

const logits = fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 7, maxLength: 7 });
const temperature = fc.double({ min: 0.05, max: 20, noNaN: true });

describe('calibrate', () => {
  it('is the softmax of logits over temperature', () => {
    const values = [0.3, -1.2, 2.5, 0.7, 1.9, -0.4, 1.1];
    const sum = values.reduce((total, value) => total + Math.exp(value / 1.7), 0);
    for (const [i, probability] of calibrate(values, EMOTIONS, 1.7).entries()) {
      expect(probability).toBeCloseTo(Math.exp(values[i]! / 1.7) / sum, 12);
    }
  });

  it('gives probabilities that sum to 1 and do not depend on a shift of all logits, however large', () => {
    fc.assert(
      fc.property(logits, temperature, fc.integer({ min: -1000, max: 1000 }), (values, t, shift) => {
        const probabilities = calibrate(values, EMOTIONS, t);
        expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        const shifted = calibrate(
          values.map((value) => value + shift),
          EMOTIONS,
          t,
        );
        for (const [i, probability] of probabilities.entries()) expect(shifted[i]).toBeCloseTo(probability, 6);
      }),
    );
  });

  it('puts each class in its place and gives 0 to emotions that the model does not know', () => {
    const probabilities = calibrate([2, 1], ['neutral', 'happiness'], 1);
    const high = Math.E / (1 + Math.E);
    expect(probabilities.map((each) => Number(each.toFixed(6)))).toEqual(
      [0, 0, 0, 1 - high, 0, 0, high].map((each) => Number(each.toFixed(6))),
    );
  });

  it.each([[[1, Number.NaN]], [[1, Number.POSITIVE_INFINITY]], [[1, 2, 3]], [[1]]])('refuses logits %o', (values) => {
    expect(() => calibrate(values, ['fear', 'anger'], 1)).toThrow(/2 finite logits were expected/);
  });

  it.each([0, -1, Number.NaN])('refuses a temperature of %d', (t) => {
    expect(() => calibrate([1, 2], ['fear', 'anger'], t)).toThrow(`a temperature > 0 was expected; found ${t}`);
  });
});
