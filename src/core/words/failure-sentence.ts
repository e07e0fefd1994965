import type { i18n } from 'i18next';
import type { Failure } from './failure.ts';
import { createWords } from './words.ts';

/**
 * A failure as a sentence, in the language of the words. Some reasons belong behind a name, such as those of a row that
 * was left out, and are no whole sentences.
 */
export function sentenceOf({ reason, values }: Failure, words: i18n): string {
  // The reason is not known before it comes: no selector of a key can be written down for it.
  const text = words.getFixedT(null, 'errors') as unknown as (key: string, options: object) => string;
  return text(reason, { replace: values, count: values.count });
}

let english: i18n | null = null;

/** The English catalogue, for those who have no reader before them. */
export function englishWords(): i18n {
  english ??= createWords('en');
  return english;
}

/** A failure as an English sentence. */
export function englishOf(failure: Failure): string {
  return sentenceOf(failure, englishWords());
}
