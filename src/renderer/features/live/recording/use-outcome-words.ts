import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../ui/format.ts';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import type { RecordingState } from './recording-state.ts';

type Outcome = Pick<RecordingState, 'problem' | 'unreadable' | 'isNobodyAlone' | 'atMs' | 'durationMs'>;

/** Gives why a film could not be read, or not to its end, as a sentence in the language of the screen. */
export function useOutcomeWords(): (fileName: string, outcome: Outcome) => string {
  const { t } = useTranslation('recordings');
  const failureWords = useFailureWords();
  return (fileName, { problem, unreadable, isNobodyAlone, atMs, durationMs }) => {
    if (isNobodyAlone) return t(($) => $.nobodyAlone, { fileName });
    if (!unreadable) return problem ? failureWords(problem) : '';
    const [at, duration] = [formatClock(atMs), formatClock(durationMs)];
    const inWords = {
      'not-a-video': t(($) => $.notAVideo, { fileName }),
      'other-container': t(($) => $.otherContainer, { fileName, container: unreadable.codec }),
      'no-pictures': t(($) => $.noPictures, { fileName }),
      unfinished: t(($) => $.unfinished, { fileName }),
      // A transport stream does not say how long it was.
      cut: at === duration ? t(($) => $.cutAt, { fileName, at }) : t(($) => $.cut, { fileName, at, duration }),
      edited: t(($) => $.edited, { fileName }),
      'cannot-decode': t(($) => $.cannotDecode, { fileName, codec: unreadable.codec }),
    };
    return inWords[unreadable.problem];
  };
}
