import type { Observation, ObservationComponent } from '@solarahealth/fhir-r4';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import type { FormatWords } from '../format-words.ts';
import { type ReportDocument, shareOf } from '../report-document.ts';
import { EMOTION_SYSTEM, GAP_SYSTEM } from './code-systems.ts';
import { ratio, sampledData } from './sampled-data.ts';

const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

type Reading = Pick<Observation, 'code' | 'component' | 'dataAbsentReason'>;

/** Seven probabilities and the valence, second by second. */
export function probabilities({ seconds, session }: ReportDocument, { exports, common }: FormatWords): Reading {
  const code = { text: exports(($) => $.fhir.probabilities) };
  if (seconds.count === 0) {
    return { code, dataAbsentReason: { coding: [{ system: ABSENT, code: 'not-performed' }] } };
  }
  const series = { atMs: seconds.atMs, durationMs: session.durationMs };
  const row = (index: number) => seconds.probabilities.subarray(index * PROBABILITIES, (index + 1) * PROBABILITIES);
  return {
    code,
    component: [
      ...EMOTIONS.map((emotion, column) => ({
        code: coded(
          EMOTION_SYSTEM,
          emotion,
          common(($) => $.emotion[emotion]),
        ),
        valueSampledData: sampledData((index) => row(index)[column]!, { ...series, lowerLimit: 0 }),
      })),
      {
        code: coded(
          EMOTION_SYSTEM,
          'valence',
          exports(($) => $.fhir.valence),
        ),
        valueSampledData: sampledData((index) => valence(row(index)).value, { ...series, lowerLimit: -1 }),
      },
    ],
  };
}

/** What the session adds up to: coverage, "not sure", each emotion, and the reasons for what is missing. */
export function shares({ summary }: ReportDocument, { exports, common }: FormatWords): Reading {
  const ofUsable = (ms: number) => (summary.usableMs === 0 ? 0 : ms / summary.usableMs);
  const component: ObservationComponent[] = [
    { code: { text: exports(($) => $.fhir.coverage) }, valueQuantity: ratio(summary.coverage) },
    { code: { text: exports(($) => $.fhir.notSure) }, valueQuantity: ratio(ofUsable(summary.notSureMs)) },
    ...EMOTIONS.map((emotion) => ({
      code: coded(
        EMOTION_SYSTEM,
        emotion,
        exports(($) => $.fhir.shareOf, { emotion: common(($) => $.emotion[emotion]) }),
      ),
      valueQuantity: ratio(shareOf(summary, emotion)),
    })),
    ...Object.entries(summary.gapMsByReason).map(([reason, ms]) => ({
      code: coded(
        GAP_SYSTEM,
        reason,
        exports(($) => $.fhir.gap, { reason: common(($) => $.gap[reason as keyof typeof summary.gapMsByReason]) }),
      ),
      valueQuantity: { value: Math.round(ms), unit: 'ms', system: 'http://unitsofmeasure.org', code: 'ms' },
    })),
  ];
  return { code: { text: exports(($) => $.fhir.summary) }, component };
}

function coded(system: string, code: string, text: string) {
  return { coding: [{ system, code, display: text }], text };
}
