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

test('a change is said from 0.3 on', () => {
  expect(CLEAR_CHANGE).toBe(0.3);
  const gained = (change: number) => clearestGain([{ emotion: 'anger', change }, { emotion: 'neutral', change: 0.9 }]); // biome-ignore format: a line each
  expect(gained(0.3)).toEqual({ emotion: 'anger', change: 0.3 });
  expect(gained(0.2999)).toBeNull();
});

test('of two that gained alike the first is said', () => {
  const alike = EMOTIONS.map((emotion) => ({ emotion, change: emotion === 'neutral' ? -0.8 : 0.4 }));
  expect(clearestGain(alike)?.emotion).toBe('anger');
});

test.each([
  ['too few', [0.5, 0.5]],
  ['a negative one', [-0.1, 0.5, 0.6, 0, 0, 0, 0]],
  ['a sum above 1', [0.2, 0.2, 0.2, 0.2, 0.2, 0.002, 0]],
  ['a sum below 1', [0.2, 0.2, 0.2, 0.2, 0.198, 0, 0]],
  ['no numbers', Array<number>(7).fill(Number.NaN)],
])('%s is refused, as reading and as baseline', (_, values) => {
  expect(() => changeFromBaseline(values, REST)).toThrow(
    `a reading of 7 probabilities that sum to 1 was expected; found ${values.join(', ')}`,
  );
  expect(() => changeFromBaseline(REST, values)).toThrow(/^a baseline of 7/);
});

test('sums that are rounded, and emotions that are not thought possible, are taken', () => {
  expect(changeFromBaseline([0.3334, 0.3334, 0.3334, 0, 0, 0, 0], REST)[6]!.change).toBe(-0.6);
});
