import { expect, test } from 'vitest';
import { flaccOverdueMs, isSet } from './protocol.ts';

const MINUTE_MS = 60_000;
const flacc = (atMs: number) => ({ atMs, observation: { kind: 'flacc' as const } });

test('FLACC is due again so long after the last score, or after the beginning', () => {
  const every = { flaccEveryMinutes: 5 };
  expect(flaccOverdueMs(every, [], 4 * MINUTE_MS)).toBe(-MINUTE_MS);
  expect(flaccOverdueMs(every, [], 6 * MINUTE_MS)).toBe(MINUTE_MS);
  expect(flaccOverdueMs(every, [flacc(3 * MINUTE_MS), flacc(2 * MINUTE_MS)], 6 * MINUTE_MS)).toBe(-2 * MINUTE_MS);
  const face = { atMs: 5 * MINUTE_MS, observation: { kind: 'faces-scale' as const } };
  expect(flaccOverdueMs(every, [face], 6 * MINUTE_MS)).toBe(MINUTE_MS);
  expect(flaccOverdueMs({ flaccEveryMinutes: null }, [], 6 * MINUTE_MS)).toBeNull();
});

test('a marker that is expected is set by one of its kind, and one that the site has named by that name', () => {
  const needle = { kind: 'needle' as const, name: '' };
  expect(isSet(needle, [{ kind: 'play', text: '' }])).toBe(false);
  expect(isSet(needle, [{ kind: 'needle', text: 'left arm' }])).toBe(true);
  const clown = { kind: 'custom' as const, name: 'Clown' };
  expect(isSet(clown, [{ kind: 'custom', text: 'Music' }])).toBe(false);
  expect(isSet(clown, [{ kind: 'custom', text: 'Clown' }])).toBe(true);
});
