import { type Caution, type ExpectedMarker, isSet } from '../../emotion/protocol.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportDocument } from '../report-document.ts';
import { clock } from '../wording.ts';

type Words = Pick<FormatWords, 'protocols' | 'common'>;

/** What the readings are to be taken with care for, what was planned and is missing, and who answered for the session. */
export function planSentences(document: ReportDocument, words: Words): string[] {
  const { cautions, protocol } = document.plan;
  const { protocols } = words;
  const missing = missingMarkers(document);
  return [
    ...(cautions.length === 0 ? [] : [protocols(($) => $.cautions.said, { what: cautionsInWords(cautions, words) })]),
    ...(protocol && protocol.name !== '' ? [protocols(($) => $.review.protocol, { name: protocol.name })] : []),
    ...(missing.length === 0
      ? []
      : [
          protocols(($) => $.review.missing, { markers: missing.map((each) => markerInWords(each, words)).join(', ') }),
        ]),
    ...document.turns.map(({ atMs, kind, by }) => protocols(($) => $.review.turn[kind], { at: clock(atMs), by })),
  ];
}

/** Markers that the session's protocol expects and nobody has set. */
export function missingMarkers({ plan, markers }: Pick<ReportDocument, 'plan' | 'markers'>): ExpectedMarker[] {
  return plan.protocol?.markers.filter((marker) => !isSet(marker, markers)) ?? [];
}

/** In one line. */
export function cautionsInWords(cautions: readonly Caution[], words: Words): string {
  return cautions.map((caution) => cautionInWords(caution, words)).join(', ');
}

function cautionInWords({ kind, note }: Caution, { protocols }: Words): string {
  const what = protocols(($) => $.caution[kind]);
  if (note === '') return what;
  return kind === 'other' ? note : protocols(($) => $.noted, { what, note });
}

function markerInWords({ kind, name }: ExpectedMarker, { common }: Words): string {
  return kind === 'custom' && name !== '' ? name : common(($) => $.marker[kind]);
}
