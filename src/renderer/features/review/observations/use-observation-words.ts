import { useTranslation } from 'react-i18next';
import { flaccTotal, type Observation } from '../../../../core/emotion/observation.ts';

/** An observation's figure in few words ("4 of 10"), empty for a note. */
export function useObservationWords(): (observation: Observation) => string {
  const { t } = useTranslation('review');
  return (observation) => {
    switch (observation.kind) {
      case 'flacc':
        return t(($) => $.observations.flacc, { total: flaccTotal(observation) });
      case 'faces-scale':
        return t(($) => $.observations.faces, { score: observation.score });
      case 'note':
        return '';
    }
  };
}
