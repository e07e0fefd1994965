import { LANGUAGES, type Language } from './language.ts';

/**
 * The language to begin with: the one that was chosen here before, else the first that this machine prefers and the
 * catalogue has, else English.
 *
 * @param kept What was stored; anything that is not a language of the catalogue counts as nothing.
 * @param preferred BCP 47 tags, the most wanted first.
 */
export function chooseLanguage(kept: string | null, preferred: readonly string[]): Language {
  const wanted = [kept, ...preferred.map((tag) => tag.split('-')[0]?.toLowerCase())];
  return wanted.flatMap((tag) => LANGUAGES.filter((language) => language === tag))[0] ?? 'en';
}
