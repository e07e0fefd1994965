import type { Language } from '../words/language.ts';
import { createWords } from '../words/words.ts';

/** Texts of the researchers' formats in one language, and those that the screens share. */
export type FormatWords = ReturnType<typeof formatWords>;

export function formatWords(language: Language) {
  const words = createWords(language);
  return {
    exports: words.getFixedT(null, 'exports'),
    common: words.getFixedT(null, 'common'),
    protocols: words.getFixedT(null, 'protocols'),
  };
}
