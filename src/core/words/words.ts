import { createInstance, type i18n } from 'i18next';
import { app as appEn } from './en/app.ts';
import { common as commonEn } from './en/common.ts';
import { exporting as exportsEn } from './en/exports.ts';
import { notes as notesEn } from './en/notes.ts';
import { report as reportEn } from './en/report.ts';
import { review as reviewEn } from './en/review.ts';
import type { Language } from './language.ts';
import { app as appNl } from './nl/app.ts';
import { common as commonNl } from './nl/common.ts';
import { exporting as exportsNl } from './nl/exports.ts';
import { notes as notesNl } from './nl/notes.ts';
import { report as reportNl } from './nl/report.ts';
import { review as reviewNl } from './nl/review.ts';
import type { Translation } from './translation.ts';

/**
 * The catalogue: every text that the screen or a report shows, in each language, by the part of the program that
 * shows it. English is the one that the keys are typed by.
 */
export const ENGLISH = {
  app: appEn,
  common: commonEn,
  exports: exportsEn,
  notes: notesEn,
  report: reportEn,
  review: reviewEn,
} as const;

const DUTCH: { [part in keyof typeof ENGLISH]: Translation<(typeof ENGLISH)[part]> } = {
  app: appNl,
  common: commonNl,
  exports: exportsNl,
  notes: notesNl,
  report: reportNl,
  review: reviewNl,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof ENGLISH;
    enableSelector: true;
  }
}

/**
 * An i18next of its own in that language, ready at once. Without React it is used as
 * `createWords('nl').getFixedT(null, 'report')`, with it through react-i18next's provider.
 */
export function createWords(language: Language): i18n {
  const words = createInstance();
  void words.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: Object.keys(ENGLISH),
    defaultNS: 'common',
    resources: { en: ENGLISH, nl: DUTCH },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  return words;
}
