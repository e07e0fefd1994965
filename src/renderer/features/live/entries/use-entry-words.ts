import { useTranslation } from 'react-i18next';
import type { MarkerButton } from '../../../../core/emotion/marker.ts';
import { flaccTotal } from '../../../../core/emotion/observation.ts';
import type { LiveEntry } from './session-entries.ts';

interface EntryWords {
  /** What a button says. */
  readonly ofButton: (button: Pick<MarkerButton, 'kind' | 'name'>) => string;
  /** What was noted, short: "Needle", "FLACC 5". */
  readonly ofEntry: (entry: LiveEntry) => string;
}

export function useEntryWords(): EntryWords {
  const { t } = useTranslation('common');
  const ofButton: EntryWords['ofButton'] = ({ kind, name }) => (kind === 'custom' ? name : t(($) => $.marker[kind]));
  return {
    ofButton,
    ofEntry: (entry) => {
      if (!('observation' in entry)) return ofButton({ kind: entry.kind, name: entry.text });
      const { observation } = entry;
      const word = t(($) => $.observation[observation.kind]);
      if (observation.kind === 'note') return word;
      return `${word} ${observation.kind === 'flacc' ? flaccTotal(observation) : observation.score}`;
    },
  };
}
