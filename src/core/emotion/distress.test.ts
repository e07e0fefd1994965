import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distressOf, distressState } from './distress.ts';
import { EMOTIONS } from './emotion.ts';
import { valence } from './valence.ts';

test('anger, disgust, fear and sadness are summed, and nothing else', () => {
  expect(distressOf([0.01, 0.02, 0.04, 0.3, 0.08, 0.25, 0.3])).toBeCloseTo(0.15, 12);
});

test('it is what a valence takes off happiness', () => {
  const row = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(row, (values) => {
      expect(values[EMOTIONS.indexOf('happiness')]! - distressOf(values)).toBeCloseTo(valence(values).value, 10);
    }),
  );
});

test('a row of many is read from where it begins', () => {
  expect(distressOf([...Array(7).fill(1), 0.5, 0, 0, 0, 0.25, 0, 0.25], 7)).toBe(0.75);
});

test.each([
  [0.6, 'likely'],
  [0.5999, 'not-sure'],
  [0.2, 'not-sure'],
  [0.1999, 'not-seen'],
])('at %d it is %s', (distress, state) => {
  expect(distressState(distress, { atLeast: 0.6, below: 0.2 })).toBe(state);
});

test('where both limits are one, there is nothing between', () => {
  const one = { atLeast: 0.3, below: 0.3 };
  expect([0.2999, 0.3].map((each) => distressState(each, one))).toEqual(['not-seen', 'likely']);
});
