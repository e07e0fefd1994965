import { expect, test } from 'vitest';
import { idleFor } from './idle.ts';

const MINUTE_MS = 60_000;

test('a window that nobody touches says for half a minute that it will lock, and locks', () => {
  expect(idleFor(0, 15)).toEqual({ kind: 'used' });
  expect(idleFor(14.4 * MINUTE_MS, 15)).toEqual({ kind: 'used' });
  expect(idleFor(14.5 * MINUTE_MS, 15)).toEqual({ kind: 'soon', inS: 30 });
  expect(idleFor(15 * MINUTE_MS - 1, 15)).toEqual({ kind: 'soon', inS: 1 });
  expect(idleFor(15 * MINUTE_MS, 15)).toEqual({ kind: 'lock' });
  expect(idleFor(8 * 60 * MINUTE_MS, 15)).toEqual({ kind: 'lock' });
});

test('it never locks by itself where the site said so', () => {
  expect(idleFor(8 * 60 * MINUTE_MS, null)).toEqual({ kind: 'used' });
});
