import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/words/failure.ts';
import { sentenceOf } from '../../core/words/failure-sentence.ts';

/** Gives a failure as a sentence in the language of the screen; one that an earlier version stored as a sentence, as it is. */
export function useFailureWords(): (failure: Failure | string) => string {
  const { i18n } = useTranslation();
  return (failure) => (typeof failure === 'string' ? failure : sentenceOf(failure, i18n));
}
