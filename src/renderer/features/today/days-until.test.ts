import { expect, it } from 'vitest';
import { daysUntil } from './days-until.ts';

it('counts midnights, whatever the hour, and over the change of summer time', () => {
  expect(daysUntil('2026-03-05', new Date(2026, 2, 5, 23, 59))).toBe(0);
  expect(daysUntil('2026-03-06', new Date(2026, 2, 5, 23, 59))).toBe(1);
  expect(daysUntil('2026-03-06', new Date(2026, 2, 5, 0, 1))).toBe(1);
  expect(daysUntil('2026-04-01', new Date(2026, 2, 25, 12))).toBe(7);
  expect(daysUntil('2027-01-01', new Date(2026, 11, 31, 12))).toBe(1);
  expect(daysUntil('2026-03-04', new Date(2026, 2, 5, 12))).toBe(-1);
});
