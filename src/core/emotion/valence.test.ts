import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMOTIONS, NEGATIVE_EMOTIONS } from './emotion.ts';
import { valence } from './valence.ts';

/** Anger, disgust, fear, happiness, sadness, surprise, neutral. */
const rows = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
  .map((values) => values.map((value) => value / values.reduce((sum, each) => sum + each, 0)));

test('the value is the mean score and the interval its standard deviation, summed the long way', () => {
  fc.assert(
    fc.property(rows, (probabilities) => {
      const score = EMOTIONS.map((emotion) =>
        emotion === 'happiness' ? 1 : (NEGATIVE_EMOTIONS as readonly string[]).includes(emotion) ? -1 : 0,
      );
      const mean = score.reduce<number>((sum, each, i) => sum + each * probabilities[i]!, 0);
      const variance = score.reduce<number>((sum, each, i) => sum + (each - mean) ** 2 * probabilities[i]!, 0);
      const found = valence(probabilities);
      expect(found.value).toBeCloseTo(mean, 10);
      expect(found.low).toBeCloseTo(Math.max(-1, mean - Math.sqrt(variance)), 10);
      expect(found.high).toBeCloseTo(Math.min(1, mean + Math.sqrt(variance)), 10);
    }),
  );
});

test('a face that is happiness alone is 1 without doubt, and a half happy half sad one is 0 in full doubt', () => {
  expect(valence([0, 0, 0, 1, 0, 0, 0])).toEqual({ value: 1, low: 1, high: 1 });
  expect(valence([0, 0, 0, 0.5, 0.5, 0, 0])).toEqual({ value: 0, low: -1, high: 1 });
});
