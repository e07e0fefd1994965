import type { DistressFacts } from '../facts/distress-facts.ts';
import type { FigureFact } from '../facts/figure-fact.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportDocument } from '../report-document.ts';
import { type Wording, wordingOf } from '../wording.ts';

/**
 * What the readings of distress are and are not, and how often "likely" was right and wrong on test images, each with its
 * interval and n: for formats that have room for text.
 */
export function distressInWords(document: ReportDocument, words: FormatWords): string[] {
  const { model, summary, child } = document;
  const { exports } = words;
  if (!summary.distress) return [exports(($) => $.distress.none)];
  const wording = wordingOf(document.language);
  const { atLeast, below } = summary.distress;
  const measured = [
    ...(model.distress.atAge ? [rates(model.distress.atAge, child.ageBand, words, wording)] : []),
    ...model.distress.onChildren.map((facts) => rates(facts, null, words, wording)),
  ];
  return [
    exports(($) => $.distress.meaning, { atLeast: trimmed(atLeast, wording), below: trimmed(below, wording) }),
    ...(measured.length > 0
      ? [...measured, exports(($) => $.distress.ofImages)]
      : [exports(($) => $.distress.unmeasured)]),
    exports(($) => $.distress.noDiagnosis),
  ];
}

/** @param band Null: of any age. */
function rates(facts: DistressFacts, band: string | null, { exports }: FormatWords, wording: Wording): string {
  const of = (figure: FigureFact | null) => (figure ? wording.figure(figure) : exports(($) => $.distress.unknown));
  return exports(($) => $.distress.rates, {
    images: exports(($) => (band === null ? $.distress.anyAge : $.distress.ofAge), {
      shows: wording.shows(facts.shows),
      band: band ?? '',
    }),
    hit: of(facts.hit),
    negative: wording.count(facts.negativeImages),
    alarm: of(facts.falseAlarm),
    others: wording.count(facts.otherImages),
    atRest: of(facts.falseAlarmNeutral),
    neutral: wording.count(facts.neutralImages),
  });
}

/** A limit with the digits that it was chosen with. */
function trimmed(limit: number, { locale }: Wording): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(limit);
}
