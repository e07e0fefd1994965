import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LANGUAGE_FACTS } from '../../../core/words/language.ts';
import { typedDay, typedMonth } from './typed-date.ts';

it.each([
  ['2026-12-31', '2026-12-31'],
  ['31-12-2026', '2026-12-31'],
  ['1/2/2030', '2030-02-01'],
  ['1.2.2030', '2030-02-01'],
  [' 1 mrt 2030 ', '2030-03-01'],
  ['1 Maart 2030', '2030-03-01'],
  ['29 feb. 2028', '2028-02-29'],
  ['3 Sept 2026', '2026-09-03'],
])('reads %s as a day', (text, day) => expect(typedDay(text)).toBe(day));

it.each([
  '',
  '29-2-2027',
  '31-4-2026',
  '0-1-2026',
  '1-13-2026',
  '1 foo 2026',
  '1-1-26',
  '12-31',
  'tomorrow',
  '2026-1',
])('takes %j for no day', (text) => expect(typedDay(text)).toBeNull());

it.each([
  ['2018-05', '2018-05'],
  ['5-2018', '2018-05'],
  ['05/2018', '2018-05'],
  ['mei 2018', '2018-05'],
  ['May 2018', '2018-05'],
  ['MRT 2018', '2018-03'],
])('reads %s as a month', (text, month) => expect(typedMonth(text)).toBe(month));

it.each(['', '13-2018', '0-2018', 'ma 2018', '2018', 'mei', '1-1-2018'])('takes %j for no month', (text) =>
  expect(typedMonth(text)).toBeNull());

it.each(Object.values(LANGUAGE_FACTS))('reads back every day as $locale writes it', ({ locale }) => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      fc.constantFrom('long', 'medium', 'short-with-year' as const),
      (date, style) => {
        const format = new Intl.DateTimeFormat(
          locale,
          style === 'short-with-year'
            ? { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }
            : { dateStyle: style as 'long' | 'medium', timeZone: 'UTC' },
        );
        expect(typedDay(format.format(date))).toBe(date.toISOString().slice(0, 10));
        const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
        expect(typedMonth(month.format(date))).toBe(date.toISOString().slice(0, 7));
      },
    ),
  );
});
