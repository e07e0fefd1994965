import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMOTIONS } from '../emotion/emotion.ts';
import { CLEAR_CHANGE, changeFromBaseline, clearestGain } from './personal-baseline.ts';

const REST = [0.02, 0.02, 0.02, 0.02, 0.3, 0.02, 0.6];

const vectors = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
  .map((values) => values.map((value) => value / values.reduce((sum, each) => sum + each, 0)));

test('the change is the difference of each emotion, and all of them together are none', () => {
  fc.assert(
    fc.property(vectors, vectors, (reading, rest) => {
      const changes = changeFromBaseline(reading, rest);
      expect(changes.map(({ emotion }) => emotion)).toEqual(EMOTIONS);
      expect(changes.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(0, 10);
      for (const [i, { change }] of changes.entries()) expect(rest[i]! + change).toBeCloseTo(reading[i]!, 10);
    }),
  );
});

test('the emotion that gained most is said', () => {
  const afraid = [0.3, 0.02, 0.5, 0.02, 0.02, 0.02, 0.12];
  const gain = clearestGain(changeFromBaseline(afraid, REST));
  expect(gain?.emotion).toBe('fear');
  expect(gain?.change).toBeCloseTo(0.48, 10);
});

test('a face at rest that always looks a little sad has nothing to say of that sadness, nor of looking calmer', () => {
  expect(clearestGain(changeFromBaseline(REST, REST))).toBeNull();
  expect(clearestGain(changeFromBaseline([0.02, 0.02, 0.02, 0.02, 0.5, 0.02, 0.4], REST))).toBeNull();
  expect(clearestGain(changeFromBaseline([0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.94], REST))).toBeNull();
});

test('a change is said from the bound on', () => {
  const moved = (by: number) => [0.02 + by, 0.02, 0.02, 0.02, 0.3, 0.02, 0.6 - by];
  expect(clearestGain(changeFromBaseline(moved(CLEAR_CHANGE - 0.001), REST))).toBeNull();
  expect(clearestGain(changeFromBaseline(moved(CLEAR_CHANGE + 0.001), REST))?.emotion).toBe('anger');
});

test('what is not one probability an emotion is refused', () => {
  expect(() => changeFromBaseline([0.5, 0.5], REST)).toThrow(/a reading of 7 probabilities.*found 0.5, 0.5/);
  expect(() => changeFromBaseline(REST, [1, 1, 0, 0, 0, 0, 0])).toThrow(/a baseline/);
});
