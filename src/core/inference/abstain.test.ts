import { describe, expect, it } from 'vitest';
import { abstain } from './abstain.ts';

const LIKELY_FEAR = [0.1, 0.1, 0.5, 0.1, 0.1, 0.05, 0.05];

describe('abstain', () => {
  it('names the likeliest emotion at the threshold and nothing below it', () => {
    expect(abstain(LIKELY_FEAR, 0.5)).toEqual({ emotion: 'fear', confidence: 0.5 });
    expect(abstain(LIKELY_FEAR, 0.51)).toEqual({ emotion: null, confidence: 0.5 });
  });

  it('takes the earlier of two that are equally likely', () => {
    expect(abstain([0, 0.4, 0, 0, 0.4, 0.1, 0.1], 0).emotion).toBe('disgust');
  });

  it.each([[[]], [[0.5, 0.5]], [Array(7).fill(Number.NaN)]])('refuses %o', (probabilities) => {
    expect(() => abstain(probabilities, 0.5)).toThrow(RangeError);
  });
});
