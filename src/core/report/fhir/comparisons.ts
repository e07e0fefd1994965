import type { Observation, ObservationComponent } from '@solarahealth/fhir-r4';
import type { AgreementFigures } from '../../timeline/timeline-schema.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportDocument, ReportParity } from '../report-document.ts';
import { ratio } from './sampled-data.ts';

interface Comparison {
  /** Of what, the same in every language. */
  readonly name: readonly string[];
  readonly comparison: Pick<Observation, 'code' | 'component'>;
}

/** How the recording agrees with its live session, and the raters with each other. What is undefined is left out. */
export function comparisonsOf({ parity, agreement }: ReportDocument, words: FormatWords): Comparison[] {
  return [
    ...(parity ? [{ name: ['parity'], comparison: parityOf(parity, words) }] : []),
    ...agreement.map((pair) => ({
      name: ['agreement', pair.raterA, pair.raterB],
      comparison: agreementOf(pair, words),
    })),
  ];
}

function parityOf({ share, low, high }: ReportParity, { exports }: FormatWords): Comparison['comparison'] {
  const text = exports(($) => $.fhir.parity);
  return {
    code: { text },
    component: present([
      [text, share],
      [exports(($) => $.fhir.parityLow), low],
      [exports(($) => $.fhir.parityHigh), high],
    ]),
  };
}

function agreementOf(pair: AgreementFigures, { exports }: FormatWords): Comparison['comparison'] {
  return {
    code: { text: exports(($) => $.fhir.agreement, { a: pair.raterA, b: pair.raterB }) },
    component: present([
      [exports(($) => $.fhir.observedAgreement), pair.sharedMs === 0 ? null : pair.observedAgreement],
      [exports(($) => $.fhir.cohenKappa), pair.cohenKappa],
      [exports(($) => $.fhir.timeWeightedKappa), pair.timeWeightedKappa],
    ]),
  };
}

/** FHIR holds no empty list. */
function present(figures: readonly (readonly [string, number | null])[]): ObservationComponent[] | undefined {
  const found = figures.flatMap(([text, value]) =>
    value === null ? [] : [{ code: { text }, valueQuantity: ratio(value) }],
  );
  return found.length === 0 ? undefined : found;
}
