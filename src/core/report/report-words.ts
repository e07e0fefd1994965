import { LANGUAGE_FACTS, type Language } from '../words/language.ts';
import { createWords } from '../words/words.ts';

/** The texts of a report in one language. */
export type ReportWords = ReturnType<typeof reportWords>;

/** @returns `report`: the report's own texts; `common` and `protocols`: those that the screens share; `locale`: for Intl. */
export function reportWords(language: Language) {
  const words = createWords(language);
  return {
    report: words.getFixedT(null, 'report'),
    common: words.getFixedT(null, 'common'),
    protocols: words.getFixedT(null, 'protocols'),
    locale: LANGUAGE_FACTS[language].locale,
  };
}
