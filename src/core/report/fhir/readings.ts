import type { Observation, ObservationComponent } from '@solarahealth/fhir-r4';
import { distressOf } from '../../emotion/distress.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import type { FormatWords } from '../format-words.ts';
import { ALL_MOVEMENT_COLUMNS, movementsBySecond, yawBySecond } from '../movements/movements-by-second.ts';
import { type ReportDocument, shareOf } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';
import { coded, DISTRESS_SYSTEM, EMOTION_SYSTEM, GAP_SYSTEM, MOVEMENT_SYSTEM } from './code-systems.ts';
import { milliseconds, ratio, sampledData, series } from './sampled-data.ts';

const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

type Reading = Pick<Observation, 'code' | 'component' | 'dataAbsentReason'>;

/** Seven probabilities, the valence and the summed probability of distress, second by second. */
export function probabilities({ seconds, session }: ReportDocument, { exports, common }: FormatWords): Reading {
  const code = { text: exports(($) => $.fhir.probabilities) };
  if (seconds.count === 0) {
    return { code, dataAbsentReason: { coding: [{ system: ABSENT, code: 'not-performed' }] } };
  }
  const times = { atMs: seconds.atMs, durationMs: session.durationMs };
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
        valueSampledData: sampledData((index) => row(index)[column]!, { ...times, lowerLimit: 0 }),
      })),
      {
        code: coded(
          EMOTION_SYSTEM,
          'valence',
          exports(($) => $.fhir.valence),
        ),
        valueSampledData: sampledData((index) => valence(row(index)).value, { ...times, lowerLimit: -1 }),
      },
      {
        code: coded(
          DISTRESS_SYSTEM,
          'sum',
          exports(($) => $.bids.distress),
        ),
        valueSampledData: sampledData((index) => distressOf(row(index)), { ...times, lowerLimit: 0 }),
      },
    ],
  };
}

/** How the face moved, second by second, in degrees and in shares of the distance between the eyes; null without a measurement. */
export function movements(
  { session: { durationMs } }: ReportDocument,
  samples: ReportSamples,
  { exports }: FormatWords,
): Reading | null {
  const yaw = yawBySecond(samples);
  if (yaw.size === 0) return null;
  const bySecond = movementsBySecond(samples);
  const component = ALL_MOVEMENT_COLUMNS.flatMap((column, index) => {
    const [atMs, values] =
      index === 0
        ? [[...yaw.keys()], [...yaw.values()]]
        : [[...bySecond.keys()], [...bySecond.values()].map((row) => row[index - 1]!)];
    // FHIR holds no series of nothing; sessions of earlier versions have the turn alone.
    if (atMs.length === 0) return [];
    const unit = column.endsWith('_deg') ? ('deg' as const) : ('1' as const);
    return [
      {
        code: coded(
          MOVEMENT_SYSTEM,
          column.replace(/_deg$/, '').replaceAll('_', '-'),
          exports(($) => $.movements[column]),
        ),
        valueSampledData: series((row) => values[row]!, { atMs, durationMs, unit }),
      },
    ];
  });
  return { code: { text: exports(($) => $.fhir.movements) }, component };
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
      valueQuantity: milliseconds(ms),
    })),
  ];
  return { code: { text: exports(($) => $.fhir.summary) }, component };
}
