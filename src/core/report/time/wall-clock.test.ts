import { expect, test } from 'vitest';
import { documentOf, sourceOf } from '../testing/document-of.ts';
import { wallClockOf } from './wall-clock.ts';

const PSEUDONYMS = { child: 'C-1', session: 'S-1', liveSession: null };

test('the site’s wall clock at a place of the session, across the change to summer time', () => {
  const { session } = sourceOf();
  expect(wallClockOf(documentOf())?.(65_000)).toBe('12:01:05');
  const night = documentOf({ session: { ...session, startedAtIso: '2026-03-29T00:59:30.000Z' } });
  expect([0, 60_000].map(wallClockOf(night)!)).toEqual(['01:59:30', '03:00:30']);
});

test('none where dates are withheld, nor for a film, which is read long after it was made', () => {
  const { session } = sourceOf();
  expect(wallClockOf(documentOf({ pseudonyms: PSEUDONYMS }))).toBeNull();
  expect(wallClockOf(documentOf({ session: { ...session, source: 'recording' } }))).toBeNull();
});
