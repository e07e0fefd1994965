import { useTranslation } from 'react-i18next';
import { flaccTotal } from '../../../../core/emotion/observation.ts';
import type { MarkerButton } from '../../../../core/emotion/sample.ts';
import type { LiveNote } from './session-notes.ts';

interface NoteWords {
  /** What a button says. */
  readonly ofButton: (button: Pick<MarkerButton, 'kind' | 'name'>) => string;
  /** What was noted, short: "Needle", "FLACC 5". */
  readonly ofNote: (note: LiveNote) => string;
}

export function useNoteWords(): NoteWords {
  const { t } = useTranslation('common');
  const ofButton: NoteWords['ofButton'] = ({ kind, name }) => (kind === 'custom' ? name : t(($) => $.marker[kind]));
  return {
    ofButton,
    ofNote: (note) => {
      if (!('observation' in note)) return ofButton({ kind: note.kind, name: note.text });
      const { observation } = note;
      const word = t(($) => $.observation[observation.kind]);
      if (observation.kind === 'note') return word;
      return `${word} ${observation.kind === 'flacc' ? flaccTotal(observation) : observation.score}`;
    },
  };
}
