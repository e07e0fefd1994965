import { LANGUAGE_FACTS } from '../../../core/words/language.ts';

/** A year with four digits; nobody on a ward was born, and no session was held, in another. */
const YEAR = '((?:19|20)\\d\\d)';
const NUMBER = '(\\d{1,2})';
const NAME = '(\\p{L}{3,})\\.?';
const BETWEEN = '[-/. ]+';

const DAY_FIRST = new RegExp(`^${NUMBER}${BETWEEN}(?:${NUMBER}|${NAME})${BETWEEN}${YEAR}$`, 'u');
const YEAR_FIRST = new RegExp(`^${YEAR}-${NUMBER}-${NUMBER}$`);
const MONTH_FIRST = new RegExp(`^(?:${NUMBER}|${NAME})${BETWEEN}${YEAR}$`, 'u');
const YEAR_THEN_MONTH = new RegExp(`^${YEAR}-${NUMBER}$`);

/**
 * A day as people type it: 31-12-2026, 31/12/2026, "31 december 2026", "31 Dec 2026", 2026-12-31. The day comes before the
 * month, as in every language of the program; names of months may be those of any of them.
 *
 * @returns yyyy-mm-dd, or null for what is no day of the calendar.
 */
export function typedDay(text: string): string | null {
  const typed = text.trim();
  const [, year, month, day] = YEAR_FIRST.exec(typed) ?? [];
  if (year) return dayOf(Number(year), Number(month), Number(day));
  const [, dayNumber, number, name, ofYear] = DAY_FIRST.exec(typed) ?? [];
  return dayNumber ? dayOf(Number(ofYear), monthOf(number, name), Number(dayNumber)) : null;
}

/**
 * A month as people type it: 5-2018, 05/2018, "mei 2018", 2018-05.
 *
 * @returns yyyy-mm, or null for what is no month.
 */
export function typedMonth(text: string): string | null {
  const typed = text.trim();
  const [, year, month] = YEAR_THEN_MONTH.exec(typed) ?? [];
  if (year) return dayOf(Number(year), Number(month), 1)?.slice(0, 7) ?? null;
  const [, number, name, ofYear] = MONTH_FIRST.exec(typed) ?? [];
  return ofYear ? (dayOf(Number(ofYear), monthOf(number, name), 1)?.slice(0, 7) ?? null) : null;
}

/** @param month 1 to 12; 0 for none. */
function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isThere = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isThere ? at.toISOString().slice(0, 10) : null;
}

function monthOf(number: string | undefined, name: string | undefined): number {
  return number === undefined ? (MONTHS.get(name?.toLowerCase() ?? '') ?? 0) : Number(number);
}

/** Every way to write a month, whole or shortened to three letters or more, to its number. */
const MONTHS = new Map(
  Object.values(LANGUAGE_FACTS).flatMap(({ locale }) =>
    Array.from({ length: 12 }, (_, index) => index).flatMap((index) => {
      const at = new Date(Date.UTC(2026, index, 1));
      const written = (month: 'long' | 'short') =>
        new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(at).toLowerCase().replace('.', '');
      const long = written('long');
      const shortened = Array.from({ length: Math.max(0, long.length - 2) }, (_, more) => long.slice(0, 3 + more));
      return [...shortened, written('short')].map((name) => [name, index + 1] as const);
    }),
  ),
);
