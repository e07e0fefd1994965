import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import { ENGLISH } from '../words/en/en.ts';
import type { Language } from '../words/language.ts';
import type { FigureFact } from './facts/figure-fact.ts';
import { type ReportWords, reportWords } from './report-words.ts';

/** How a report words its values in one language. */
export interface Wording extends ReportWords {
  /** Whole percent, but never "0%" for something or "100%" for not all. */
  percent(share: number): string;
  /** Two decimals. */
  decimal(value: number): string;
  count(value: number): string;
  /** 0.71 [0.65, 0.76] */
  figure(figure: FigureFact): string;
  /** A length: below a minute in seconds and tenths, from there on as on a clock. */
  length(ms: number): string;
  /** A moment on a zone's clock; the word "withheld" where moment or zone is. */
  moment(iso: string | null, timeZone: string | null): string;
  /** The day alone. */
  day(iso: string | null, timeZone: string | null): string;
  emotion(emotion: Emotion): string;
  /** What test pictures show. */
  shows(words: string): string;
}

export function wordingOf(language: Language): Wording {
  const words = reportWords(language);
  const { locale } = words;
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const counted = new Intl.NumberFormat(locale);
  const decimal = (value: number) => decimals.format(value);
  return {
    ...words,
    decimal,
    count: (value) => counted.format(value),
    percent(share) {
      if (share > 0 && share < 0.005) return `< ${whole.format(0.01)}`;
      if (share < 1 && share > 0.995) return `> ${whole.format(0.99)}`;
      return whole.format(share);
    },
    figure: ({ value, low, high }) =>
      `${decimal(value)} [${decimal(low)}${locale === 'nl-NL' ? ';' : ','} ${decimal(high)}]`,
    length: (ms) => (ms < 59_950 ? `${tenth.format(ms / 1000)} s` : clock(Math.round(ms / 1000) * 1000)),
    moment(iso, timeZone) {
      if (iso === null || timeZone === null) return words.report(($) => $.withheld);
      const format = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
      return `${format.format(new Date(iso))} (${timeZone})`;
    },
    day(iso, timeZone) {
      if (iso === null || timeZone === null) return words.report(($) => $.withheld);
      return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }).format(new Date(iso));
    },
    emotion: (emotion) => words.common(($) => $.emotion[emotion]),
    shows: (text) => (isKnown(text) ? words.common(($) => $.shows[text]) : text),
  };
}

function isKnown(shows: string): shows is keyof typeof ENGLISH.common.shows {
  return Object.hasOwn(ENGLISH.common.shows, shows);
}

/** h:mm:ss, or m:ss below an hour; whole seconds that have passed, as on the screen. The same in every language. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The likeliest first, those below a twentieth left out. */
export function strongest(probabilities: readonly number[]): { emotion: Emotion; probability: number }[] {
  return EMOTIONS.map((emotion, index) => ({ emotion, probability: probabilities[index] ?? 0 }))
    .filter(({ probability }) => probability >= 0.05)
    .sort((a, b) => b.probability - a.probability);
}
