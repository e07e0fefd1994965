import { describe, expect, it } from 'vitest';
import { formatClock, formatCount, formatLength, formatShare } from './format.ts';
import { formatFigure } from './format-figure.ts';

describe('formats', () => {
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [3_723_000, '1:02:03'],
  ])('writes %d ms as a place on the timeline', (ms, text) => expect(formatClock(ms)).toBe(text));

  it.each([
    [0, '0.0 s'],
    [3_400, '3.4 s'],
    [59_700, '1 min 0 s'],
    [123_000, '2 min 3 s'],
    [3_720_000, '1 h 2 min'],
    [7_199_000, '2 h 0 min'],
  ])('writes %d ms as a length', (ms, text) => expect(formatLength(ms)).toBe(text));

  it.each([
    [0, '0 %'],
    [0.004, 'under 1 %'],
    [0.126, '13 %'],
    [1, '100 %'],
  ])('writes the share %d', (share, text) => expect(formatShare(share)).toBe(text));

  it('counts in the singular and the plural', () => {
    expect(formatCount(1, 'child', 'children')).toBe('1 child');
    expect(formatCount(0, 'child', 'children')).toBe('0 children');
    expect(formatCount(1638, 'image')).toBe('1,638 images');
  });

  it.each([
    [0.694, false, '.69'],
    [1, false, '1.00'],
    [-0.031, true, '−.03'],
    [0.02, true, '+.02'],
    [-0.001, true, '.00'],
  ])('writes the figure %d', (value, signed, text) => expect(formatFigure(value, signed)).toBe(text));
});
