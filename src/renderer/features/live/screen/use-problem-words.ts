import { useTranslation } from 'react-i18next';
import { NO_ANSWER } from '../recorder/outbox.ts';
import type { LiveProblem } from '../session/live-problem.ts';

/** What went wrong, as a sentence in the language of the screen. */
export function useProblemWords(): (problem: LiveProblem) => string {
  const { t } = useTranslation('live');
  return (problem) => {
    if (problem.kind !== 'said') return t(($) => $.problem[problem.kind]);
    return problem.sentence === NO_ANSWER ? t(($) => $.warning.noAnswer) : problem.sentence;
  };
}
