import { describe, expect, it } from 'vitest';
import { createFormat, formatClock } from './format.ts';

const english = createFormat('en-GB', { hour: 'h', percent: ' %', underOne: 'under 1 %', overNinetyNine: 'over 99 %' });
const dutch = createFormat('nl-NL', {
  hour: 'u',
  percent: '%',
  underOne: 'minder dan 1%',
  overNinetyNine: 'meer dan 99%',
});

describe('formats', () => {
  it('writes days and months as each language does', () => {
    expect([english.day('2026-12-31'), dutch.day('2026-12-31')]).toEqual(['31 December 2026', '31 december 2026']);
    expect([english.date('2026-12-31'), dutch.date('2026-12-31')]).toEqual(['31 Dec 2026', '31 dec 2026']);
    expect([english.month('2018-05'), dutch.month('2018-05')]).toEqual(['May 2018', 'mei 2018']);
  });

  it('writes a day of the calendar as that day, also west of Greenwich', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      const american = createFormat('en-GB', { hour: 'h', percent: ' %', underOne: '', overNinetyNine: '' });
      expect(american.date('2030-01-01')).toBe('1 Jan 2030');
      expect(american.month('2018-05')).toBe('May 2018');
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [3_723_000, '1:02:03'],
  ])('writes %d ms as a place on the timeline', (ms, text) => expect(formatClock(ms)).toBe(text));

  it.each([
    [0, '0.0 s', '0,0 s'],
    [3_400, '3.4 s', '3,4 s'],
    [59_700, '1 min', '1 min'],
    [123_000, '2 min 3 s', '2 min 3 s'],
    [3_720_000, '1 h 2 min', '1 u 2 min'],
    [7_199_000, '2 h', '2 u'],
  ])('writes %d ms as a length', (ms, inEnglish, inDutch) => {
    expect(english.length(ms)).toBe(inEnglish);
    expect(dutch.length(ms)).toBe(inDutch);
  });

  it.each([
    [0, '0 %', '0%'],
    [0.004, 'under 1 %', 'minder dan 1%'],
    [0.126, '13 %', '13%'],
    [0.998, '100 %', '100%'],
    [1, '100 %', '100%'],
  ])('writes the share %d', (share, inEnglish, inDutch) => {
    expect(english.share(share)).toBe(inEnglish);
    expect(dutch.share(share)).toBe(inDutch);
  });

  it.each([
    [0.126, '13 %', '13%'],
    [0.994, '99 %', '99%'],
    [0.998, 'over 99 %', 'meer dan 99%'],
    [1, '100 %', '100%'],
  ])('writes the part %d, never all for what is not', (part, inEnglish, inDutch) => {
    expect(english.part(part)).toBe(inEnglish);
    expect(dutch.part(part)).toBe(inDutch);
  });

  it('sets thousands apart and names months as the language does', () => {
    expect([english.number(1638), dutch.number(1638)]).toEqual(['1,638', '1.638']);
    expect([english.date('2026-05-24'), dutch.date('2026-05-24')]).toEqual(['24 May 2026', '24 mei 2026']);
  });

  it('writes a time of day with its seconds, which is the same in both languages', () => {
    const atNoon = new Date(2026, 4, 24, 14, 5, 9).getTime();
    expect([english.timeOfDay(atNoon), dutch.timeOfDay(atNoon)]).toEqual(['14:05:09', '14:05:09']);
  });

  it.each([
    [0.694, false, '.69', '0,69'],
    [1, false, '1.00', '1,00'],
    [-0.031, true, '−.03', '−0,03'],
    [0.02, true, '+.02', '+0,02'],
    [-0.001, true, '.00', '0,00'],
  ])('writes the figure %d', (value, signed, inEnglish, inDutch) => {
    expect(english.figure(value, signed)).toBe(inEnglish);
    expect(dutch.figure(value, signed)).toBe(inDutch);
  });
});
