import { createInstance, type i18n } from 'i18next';
import { app as appEn } from './en/app.ts';
import { children as childrenEn } from './en/children.ts';
import { common as commonEn } from './en/common.ts';
import { entries as entriesEn } from './en/entries.ts';
import { errors as errorsEn } from './en/errors.ts';
import { evaluation as evaluationEn } from './en/evaluation.ts';
import { exporting as exportsEn } from './en/exports.ts';
import { live as liveEn } from './en/live.ts';
import { models as modelsEn } from './en/models.ts';
import { recordings as recordingsEn } from './en/recordings.ts';
import { report as reportEn } from './en/report.ts';
import { review as reviewEn } from './en/review.ts';
import { setUp as setUpEn } from './en/set-up.ts';
import { settings as settingsEn } from './en/settings.ts';
import { signIn as signInEn } from './en/sign-in.ts';
import { terms as termsEn } from './en/terms.ts';
import { training as trainingEn } from './en/training.ts';
import { ui as uiEn } from './en/ui.ts';
import { addFormats } from './formats.ts';
import { type Language, LOCALES } from './language.ts';
import { app as appNl } from './nl/app.ts';
import { children as childrenNl } from './nl/children.ts';
import { common as commonNl } from './nl/common.ts';
import { entries as entriesNl } from './nl/entries.ts';
import { errors as errorsNl } from './nl/errors.ts';
import { evaluation as evaluationNl } from './nl/evaluation.ts';
import { exporting as exportsNl } from './nl/exports.ts';
import { live as liveNl } from './nl/live.ts';
import { models as modelsNl } from './nl/models.ts';
import { recordings as recordingsNl } from './nl/recordings.ts';
import { report as reportNl } from './nl/report.ts';
import { review as reviewNl } from './nl/review.ts';
import { setUp as setUpNl } from './nl/set-up.ts';
import { settings as settingsNl } from './nl/settings.ts';
import { signIn as signInNl } from './nl/sign-in.ts';
import { terms as termsNl } from './nl/terms.ts';
import { training as trainingNl } from './nl/training.ts';
import { ui as uiNl } from './nl/ui.ts';
import type { Translation } from './translation.ts';

/**
 * The catalogue: every text that the screen or a report shows, in each language, by the part of the program that
 * shows it. English is the one that the keys are typed by.
 */
export const ENGLISH = {
  training: trainingEn,
  settings: settingsEn,
  models: modelsEn,
  children: childrenEn,
  signIn: signInEn,
  setUp: setUpEn,
  evaluation: evaluationEn,
  errors: errorsEn,
  ui: uiEn,
  app: appEn,
  common: commonEn,
  exports: exportsEn,
  live: liveEn,
  entries: entriesEn,
  recordings: recordingsEn,
  report: reportEn,
  review: reviewEn,
  terms: termsEn,
} as const;

const DUTCH: { [part in keyof typeof ENGLISH]: Translation<(typeof ENGLISH)[part]> } = {
  training: trainingNl,
  settings: settingsNl,
  models: modelsNl,
  children: childrenNl,
  signIn: signInNl,
  setUp: setUpNl,
  evaluation: evaluationNl,
  errors: errorsNl,
  ui: uiNl,
  app: appNl,
  common: commonNl,
  exports: exportsNl,
  live: liveNl,
  entries: entriesNl,
  recordings: recordingsNl,
  report: reportNl,
  review: reviewNl,
  terms: termsNl,
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
  addFormats(words, LOCALES[language]);
  return words;
}
