import type { ReportAnnotation, ReportDocument } from '../report-document.ts';
import { clock, type Wording } from '../wording.ts';
import { labelWords } from './label-words.ts';
import { heading, paragraph, quiet, type Sheet } from './sheet.node.ts';
import { longTable } from './table.node.ts';

/** More than this are listed at the end of the report, so that the method stays on one page. */
export const MOST_SAID = 6;

/** What people said of intervals, each beside what was read there; then how far two of them agree. */
export function drawSaid(sheet: Sheet, document: ReportDocument, wording: Wording): void {
  const { report } = wording;
  const { length } = document.annotations;
  heading(
    sheet,
    report(($) => $.said.heading),
    { keepPt: 14 },
  );
  if (length === 0)
    quiet(
      sheet,
      report(($) => $.said.none),
    );
  else if (length > MOST_SAID)
    paragraph(
      sheet,
      report(($) => $.said.more, { total: wording.count(length) }),
    );
  else drawTable(sheet, document, wording);
  drawAgreement(sheet, document, wording);
}

/** All of them, on as many pages as it takes. */
export function drawAllSaid(sheet: Sheet, document: ReportDocument, wording: Wording): void {
  heading(
    sheet,
    wording.report(($) => $.said.all),
  );
  drawTable(sheet, document, wording);
}

function drawTable(sheet: Sheet, document: ReportDocument, wording: Wording): void {
  const { report, day } = wording;
  const { annotations, timeZone } = document;
  longTable(
    sheet,
    [
      { title: report(($) => $.said.from), widthPt: 44, align: 'right' },
      { title: report(($) => $.said.to), widthPt: 44, align: 'right' },
      { title: report(($) => $.said.said), widthPt: 82 },
      { title: report(($) => $.said.read), widthPt: 92 },
      { title: report(($) => $.said.text), widthPt: 106 },
      { title: report(($) => $.said.by), widthPt: 70 },
      { title: report(($) => $.said.on), widthPt: 60 },
    ],
    annotations.map((each) => [
      clock(each.fromMs),
      clock(each.toMs),
      labelWords(each.label, wording),
      readThere(each, wording),
      each.note,
      each.by,
      day(each.writtenAtIso, timeZone),
    ]),
  );
}

function readThere({ read }: ReportAnnotation, { report, common, emotion, percent }: Wording): string {
  if (!read) return report(($) => $.said.noReading);
  const words = read.emotion ? emotion(read.emotion) : common(($) => $.notSure);
  return report(($) => $.short.namedPart, { emotion: words, share: percent(read.share) });
}

function drawAgreement(sheet: Sheet, { agreement }: ReportDocument, wording: Wording): void {
  const { report, percent, decimal, count } = wording;
  const kappa = (value: number | null) => (value === null ? report(($) => $.said.undefined) : decimal(value));
  for (const each of agreement) {
    paragraph(
      sheet,
      report(($) => $.said.agreement, {
        a: each.raterA,
        b: each.raterB,
        observed: percent(each.observedAgreement),
        shared: wording.length(each.sharedMs),
        kappa: kappa(each.cohenKappa),
        intervals: count(each.intervals),
        weighted: kappa(each.timeWeightedKappa),
      }),
    );
  }
}
