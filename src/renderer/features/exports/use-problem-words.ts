import { useTranslation } from 'react-i18next';
import { type Export, FORMAT_FACTS } from '../../../contract/review/reports.ts';
import { useFormat } from '../../ui/format.ts';
import { useFailureWords } from '../../ui/use-failure-words.ts';

/** Gives what could not be made of an export as a sentence; one that an earlier version stored, as it is. */
export function useProblemWords(): (problem: Export['problems'][number]) => string {
  const { t } = useTranslation('exports');
  const { dateTime } = useFormat();
  const failureWords = useFailureWords();
  return (problem) => {
    if (typeof problem === 'string') return problem;
    const { childCode, startedAtIso, format, why } = problem;
    const file = { format: FORMAT_FACTS[format].name, why: failureWords(why) };
    return childCode !== null && startedAtIso !== null
      ? t(($) => $.page.problem, { child: childCode, when: dateTime(startedAtIso), ...file })
      : t(($) => $.page.problemOfNone, file);
  };
}
