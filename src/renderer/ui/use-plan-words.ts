import { useTranslation } from 'react-i18next';
import type { Caution, ExpectedMarker } from '../../core/emotion/protocol.ts';
import { useLocale } from './language.tsx';

interface PlanWords {
  /** One caution, with what staff wrote. */
  readonly ofCaution: (caution: Caution) => string;
  /** All of them in one line. */
  readonly ofCautions: (cautions: readonly Caution[]) => string;
  readonly ofMarker: (marker: ExpectedMarker) => string;
  readonly ofMarkers: (markers: readonly ExpectedMarker[]) => string;
}

/** What a protocol expects and what a child's cautions are, in words. */
export function usePlanWords(): PlanWords {
  const { t } = useTranslation('protocols');
  const { t: common } = useTranslation('common');
  const list = new Intl.ListFormat(useLocale(), { type: 'unit', style: 'short' });
  const ofCaution: PlanWords['ofCaution'] = ({ kind, note }) => {
    if (note === '') return t(($) => $.caution[kind]);
    return kind === 'other' ? note : t(($) => $.noted, { what: t(($) => $.caution[kind]), note });
  };
  const ofMarker: PlanWords['ofMarker'] = ({ kind, name }) =>
    kind === 'custom' ? name : common(($) => $.marker[kind]);
  return {
    ofCaution,
    ofCautions: (cautions) => list.format(cautions.map(ofCaution)),
    ofMarker,
    ofMarkers: (markers) => list.format(markers.map(ofMarker)),
  };
}
