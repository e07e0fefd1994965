import { expect, it } from 'vitest';
import { consentStanding, localDate } from './consent-standing.ts';

it.each([
  ['2026-11-24', null, false, 'holds'],
  ['2026-11-23', null, false, 'expired'],
  ['2027-01-01', null, true, 'expired'],
  ['2027-01-01', '2026-11-20T10:00:00Z', false, 'withdrawn'],
] as const)('until %s, withdrawn %s, ended %s: %s', (untilDate, withdrawnAtIso, hasEnded, standing) => {
  expect(consentStanding({ untilDate, withdrawnAtIso, hasEnded }, '2026-11-24')).toBe(standing);
});

it('writes the day of this place, not of Greenwich', () => {
  expect(localDate(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
  expect(localDate(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
});
