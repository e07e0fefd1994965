import { expect, test } from 'vitest';
import { siteDay, siteTime } from './site-time.ts';

test('a moment is told by the clock on the wall: in summer, in winter, at midnight, and where an hour comes twice', () => {
  expect(siteTime('2026-03-05T11:00:00.999Z', 'Europe/Amsterdam')).toBe('2026-03-05T12:00:00');
  expect(siteTime('2026-07-05T11:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-07-05T13:00:00');
  expect(siteTime('2026-03-04T23:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-03-05T00:00:00');
  expect(siteTime('2026-10-25T00:30:00.000Z', 'Europe/Amsterdam')).toBe('2026-10-25T02:30:00');
  expect(siteTime('2026-10-25T01:30:00.000Z', 'Europe/Amsterdam')).toBe('2026-10-25T02:30:00');
  expect(siteTime('2026-03-05T11:00:00.000Z', 'Asia/Kathmandu')).toBe('2026-03-05T16:45:00');
});

test('a day is the one of the calendar there', () => {
  expect(siteDay('2026-03-04T23:30:00.000Z', 'Europe/Amsterdam')).toBe('2026-03-05');
  expect(siteDay('2026-03-05T02:30:00.000Z', 'America/New_York')).toBe('2026-03-04');
});
