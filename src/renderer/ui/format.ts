import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from './language.tsx';

/** Parts of a written length or share: `percent` follows a number, the last two replace a share near none or all. */
interface FormatWords {
  readonly hour: string;
  readonly percent: string;
  readonly underOne: string;
  readonly overNinetyNine: string;
}

/** Dates, numbers and shares as one locale writes them. */
type Format = ReturnType<typeof createFormat>;

/** @param locale A BCP 47 tag such as nl-NL. */
export function createFormat(locale: string, words: FormatWords) {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const shortDates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const datesTimes = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const timesOfDay = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale);
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const thousandths = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const settings = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6, useGrouping: false });
  // Medical journals in English write a figure that cannot exceed 1 without its zero; Dutch ones keep it.
  const bareZero = locale.startsWith('en') ? /^0/ : /^$/;
  /** A share from 0 to 1 as a percentage without decimals; a small but real one is "under 1 %". */
  const share = (share: number) =>
    share > 0 && share < 0.01 ? words.underOne : `${Math.round(share * 100)}${words.percent}`;

  return {
    /** A moment in this machine's time zone: "24 Nov 2026, 21:09". */
    dateTime: (iso: string) => datesTimes.format(new Date(iso)),
    /** The day of a moment, or a day of the calendar (yyyy-mm-dd): "24 Nov 2026". */
    date: (iso: string) => dates.format(momentOf(iso)),
    /** A day of the calendar (yyyy-mm-dd) with its month in full: "24 November 2026". */
    day: (date: string) => days.format(momentOf(date)),
    /** This day with its weekday: "Tuesday 1 December". */
    today: () => weekdays.format(new Date()),
    /** A month of a year (yyyy-mm): "May 2018". */
    month: (month: string) => months.format(momentOf(`${month}-01`)),
    /** A day without its year, where the year is given elsewhere: "24 Nov". */
    shortDate: (iso: string) => shortDates.format(new Date(iso)),
    /** What the clock on the wall showed at a moment, in milliseconds since 1970: "21:09:05". */
    timeOfDay: (epochMs: number) => timesOfDay.format(epochMs),
    /** A whole number with thousands separators. */
    number: (value: number) => numbers.format(value),
    list: (items: readonly string[]) => lists.format(items),
    /** A number with three decimals. */
    thousandths: (value: number) => thousandths.format(value),
    /** What a setting is: as many digits as it has. */
    setting: (value: number) => settings.format(value),
    /** A length in words: "1 h 2 min", "2 min 3 s", "10 min", "3.4 s". */
    length(ms: number): string {
      if (ms < 10_000) return `${tenths.format(ms / 1000)} s`;
      const seconds = Math.round(ms / 1000);
      if (seconds < 60) return `${seconds} s`;
      if (seconds < 3600) return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
      const minutes = Math.round(seconds / 60);
      return `${Math.floor(minutes / 60)} ${words.hour}${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
    },
    /** A share or a difference of two in percentage points, with one decimal: "2.1", "−0.4". */
    points(share: number): string {
      const rounded = Math.round(Math.abs(share) * 1000) / 10;
      return share < 0 && rounded > 0 ? `−${tenths.format(rounded)}` : tenths.format(rounded);
    },
    share,
    /** A share that a report states as well: like it, never "100 %" for what is not all. */
    part: (part: number) => (part > 0.995 && part < 1 ? words.overNinetyNine : share(part)),
    /** A figure with two decimals, ".69" in English; `signed` also writes a plus. */
    figure(value: number, signed = false): string {
      const rounded = Math.round(Math.abs(value) * 100) / 100;
      const text = hundredths.format(rounded).replace(bareZero, '');
      if (rounded === 0) return text;
      if (value < 0) return `−${text}`;
      return signed ? `+${text}` : text;
    },
  };
}

/** Dates, numbers and shares in the language of the screen. */
export function useFormat(): Format {
  const { t } = useTranslation('ui');
  const locale = useLocale();
  return useMemo(
    () =>
      createFormat(locale, {
        hour: t(($) => $.format.hour),
        percent: t(($) => $.format.percent),
        underOne: t(($) => $.format.underOne),
        overNinetyNine: t(($) => $.format.overNinetyNine),
      }),
    [locale, t],
  );
}

/** A day without a time is one of the calendar here; by itself it would be midnight in Greenwich, which may be the day before. */
function momentOf(iso: string): Date {
  return new Date(iso.length === 10 ? `${iso}T00:00` : iso);
}

const pad = (value: number) => String(value).padStart(2, '0');

/** A place on a timeline, or a length: "1:02:03" from an hour on, "2:03" below. The same in every language. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
