import { expect, it } from 'vitest';
import { figureText } from './evaluation-table.ts';

it('writes a figure with its interval, and a dash where there is none', () => {
  expect(figureText({ value: 0.7123, low: 0.64, high: 0.78051 })).toBe('0.712 [0.640, 0.781]');
  expect(figureText(null)).toBe('-');
});
