import { createInstance, type i18n } from 'i18next';
import { ENGLISH } from './en/en.ts';
import { addFormats } from './formats.ts';
import { LANGUAGE_FACTS, type Language } from './language.ts';
import { DUTCH } from './nl/nl.ts';
import type { Catalogue } from './translation.ts';

/** Every text that the screen or a report shows, in each language. */
const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: ENGLISH, nl: DUTCH };

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
    resources: CATALOGUES,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  addFormats(words, LANGUAGE_FACTS[language].locale);
  return words;
}
