import { LANGUAGE_FACTS, type Language } from '../words/language.ts';
import { createWords } from '../words/words.ts';

/** The texts of a report in one language. */
export type ReportWords = ReturnType<typeof reportWords>;

/** @returns `report`: the report's own texts; `common`: those that the screens share; `locale`: for Intl. */
export function reportWords(language: Language) {
  const words = createWords(language);
  return {
    report: words.getFixedT(null, 'report'),
    common: words.getFixedT(null, 'common'),
    locale: LANGUAGE_FACTS[language].locale,
  };
}
