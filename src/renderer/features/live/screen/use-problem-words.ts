import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import type { LiveProblem } from '../session/live-problem.ts';

/** What went wrong, as a sentence in the language of the screen. */
export function useProblemWords(): (problem: LiveProblem) => string {
  const { t } = useTranslation('live');
  const failureWords = useFailureWords();
  return (problem) => (problem.kind === 'failure' ? failureWords(problem.failure) : t(($) => $.problem[problem.kind]));
}
