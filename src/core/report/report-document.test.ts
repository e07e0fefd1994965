import { expect, test } from 'vitest';
import { ageInYears } from './age-in-years.ts';
import { shareOf } from './report-document.ts';
import { documentOf } from './testing/document-of.ts';
import { clock, length, moment, percent } from './wording.ts';

test('a document holds who, with what and how much', () => {
  const document = documentOf();
  expect(document).toMatchObject({
    statement: 'Decision support for trained staff, not a diagnosis.',
    childCode: 'KID-7',
    childAgeYears: 6,
    model: { id: 'base-a', version: '1.2.0' },
    summary: { usableMs: 50_000, notSureMs: 20_000, gapMsByReason: { 'turned-away': 10_000 }, unaccountedMs: 0 },
  });
  expect(shareOf(document.summary, 'happiness')).toBeCloseTo(0.6, 9);
  expect(document.markers.map(({ kind }) => kind)).toEqual(['play', 'needle']);
});

test('nothing of the caller’s session but what is meant for a report gets in', () => {
  const session = { ...documentOf().session, secret: 'a path on this machine' };
  expect(JSON.stringify(documentOf({ session }))).not.toContain('a path on this machine');
});

test('an age is in completed years', () => {
  expect(ageInYears('2019-04', '2026-03-31T23:00:00Z')).toBe(6);
  expect(ageInYears('2019-04', '2026-04-01T00:00:00Z')).toBe(7);
  expect(ageInYears('2026-03', '2026-03-05T00:00:00Z')).toBe(0);
  expect(() => ageInYears('2026-04', '2026-03-05T00:00:00Z')).toThrow('found 2026-04');
  expect(() => ageInYears('April', '2026-03-05T00:00:00Z')).toThrow('found April');
});

test('a share is never rounded to nothing or to all', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(['0 %', '< 1 %', '50 %', '> 99 %', '100 %']);
});

test('times are written for people', () => {
  expect([0, 61_000, 3_599_600, 36_061_000].map(clock)).toEqual(['0:00', '1:01', '1:00:00', '10:01:01']);
  expect([1049, 59_960].map(length)).toEqual(['1.0 s', '1:00']);
  expect(moment('2026-03-05T23:30:00Z', 'Europe/Amsterdam')).toBe('6 Mar 2026, 00:30 (Europe/Amsterdam)');
});
