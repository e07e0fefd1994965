import { describe, expect, it } from 'vitest';
import { Identity, likeness, likenessOfStranger } from './identity.ts';

/** A descriptor that differs from the origin by `distance` in one of its numbers. */
function descriptor(distance: number, axis = 0): Float32Array {
  const values = new Float32Array(128);
  values[axis] = distance;
  return values;
}

describe('likeness', () => {
  it.each([
    [0, 'same'],
    [0.42, 'same'],
    [0.421, 'unsure'],
    [0.549, 'unsure'],
    [0.55, 'other'],
    [2, 'other'],
    [Number.NaN, 'unsure'],
  ])('of a face at %d is %s', (distance, expected) => {
    expect(likeness(distance)).toBe(expected);
  });
});

describe('likenessOfStranger', () => {
  const looks = (count: number, distance: number) => Array<number>(count).fill(distance);

  it.each([
    ['one look that is near enough by itself', [0.27], 'same'],
    ['one look that is not quite', [0.271], 'unsure'],
    ['one look at somebody else, whatever was before', [...looks(8, 0.2), 0.55], 'other'],
    ['one look that is not quite somebody else', [0.549], 'unsure'],
    ['six looks that agree', looks(6, 0.33), 'same'],
    ['six looks that agree a little too little', looks(6, 0.331), 'unsure'],
    ['six looks that agree in their mean', [0.28, 0.38, 0.28, 0.38, 0.28, 0.38], 'same'],
    ['five looks', looks(5, 0.3), 'unsure'],
    ['six looks after others, which no longer count', [0.5, 0.5, ...looks(6, 0.33)], 'same'],
    ['five looks after one that still counts', [0.54, ...looks(5, 0.3)], 'unsure'],
    ['near looks long ago, before six that do not agree', [...looks(2, 0.28), ...looks(6, 0.34)], 'unsure'],
  ])('of %s', (_, distances, expected) => {
    expect(likenessOfStranger(distances)).toBe(expected);
  });

  it('needs a look', () => {
    expect(() => likenessOfStranger([])).toThrow(RangeError);
  });
});

describe('Identity', () => {
  it('measures the Euclidean distance to the nearest of its references', () => {
    const identity = new Identity(descriptor(0));
    const both = descriptor(0.3);
    both[1] = 0.4;
    expect(identity.distance(both)).toBeCloseTo(0.5, 6);
    identity.learn(descriptor(0.4, 1));
    expect(identity.distance(both)).toBeCloseTo(0.3, 6);
    expect(() => identity.distance(new Float32Array(64))).toThrow(/128 numbers was expected; found 64/);
  });

  it('learns only what is plainly the same person', () => {
    const identity = new Identity(descriptor(0));
    identity.learn(descriptor(0.45));
    expect(identity.distance(descriptor(0.45))).toBeCloseTo(0.45, 6);
    identity.learn(descriptor(0.41));
    expect(identity.distance(descriptor(0.45))).toBeCloseTo(0.04, 6);
  });

  it('keeps six references, and takes no more', () => {
    const identity = new Identity(descriptor(0));
    for (let axis = 1; axis < 6; axis++) {
      expect(identity.isComplete).toBe(false);
      identity.learn(descriptor(0.3, axis));
    }
    expect(identity.isComplete).toBe(true);
    identity.learn(descriptor(0.3, 9));
    expect(identity.distance(descriptor(0.3, 9))).toBeCloseTo(0.3, 6);
  });
});
