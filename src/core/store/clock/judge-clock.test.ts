import { expect, it } from 'vitest';
import { judgeClock } from './judge-clock.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const KNOWN = Date.parse('2026-03-04T09:00:00Z');

it.each([
  [0, 'plausible'],
  [30 * DAY_MS, 'plausible'],
  [30 * DAY_MS + 1, 'ahead'],
  [10 * 365 * DAY_MS, 'ahead'],
  [-DAY_MS, 'plausible'],
  [-DAY_MS - 1, 'behind'],
] as const)('%d ms after the last entry of another run of the program: %s', (afterMs, verdict) => {
  expect(judgeClock({ nowMs: KNOWN + afterMs, knownMs: KNOWN, expectedMs: null })).toBe(verdict);
});

it.each([
  [HOUR_MS, 'plausible'],
  [HOUR_MS + 1, 'ahead'],
  [-DAY_MS, 'plausible'],
  [-DAY_MS - 1, 'behind'],
] as const)('%d ms beside what the uptime says: %s, however long nothing was recorded', (besideMs, verdict) => {
  const expectedMs = KNOWN + 90 * DAY_MS;
  expect(judgeClock({ nowMs: expectedMs + besideMs, knownMs: KNOWN, expectedMs })).toBe(verdict);
});

it('a store without any entry knows nothing against the clock', () => {
  expect(judgeClock({ nowMs: 0, knownMs: null, expectedMs: null })).toBe('plausible');
});
