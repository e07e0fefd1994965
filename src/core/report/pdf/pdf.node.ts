import type { ReportDocument } from '../report-document.ts';
import { reportToJson } from '../report-json.ts';
import { type Wording, wordingOf } from '../wording.ts';
import { entriesOf } from './entries.ts';
import { drawAllEntries } from './entry-tables.node.ts';
import { drawFirstPage } from './first-page.node.ts';
import { drawMethodPage } from './method-page.node.ts';
import { drawAllSaid, MOST_SAID } from './said-table.node.ts';
import {
  closeSheet,
  heading,
  INK,
  longText,
  nextPage,
  openSheet,
  PAGE,
  type Sheet,
  WIDTH_PT,
  write,
} from './sheet.node.ts';
import { toWinAnsi, UNSHOWN } from './win-ansi.ts';

/** Name of the attached data. */
export const ATTACHMENT = 'report.json';

/**
 * The report as PDF: a page to be read in a minute, the method, and as many pages behind them as markers, observations
 * and notes take. A4, black on white, drawn as vectors in the standard fonts; the figures behind the drawings are
 * attached as JSON.
 *
 * @param seal Null for a file that is not signed. `ofData` seals the attached data, so that they can be verified without
 *   these pages; `reserve` is called last, with the number of pages, to leave room for the seal of the whole file.
 * @returns The same bytes for the same document: the file's date and id come from it.
 */
export function reportToPdf(
  document: ReportDocument,
  seal: {
    readonly reserve: (pdf: PDFKit.PDFDocument, pages: number) => void;
    readonly ofData: (json: string) => string;
  } | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const wording = wordingOf(document.language);
  const { exportedAtIso } = document;
  const sheet = openSheet({
    title: wording.report(($) => $.title, { child: document.child.code }),
    language: document.language,
    createdAt: exportedAtIso === null ? null : new Date(exportedAtIso),
  });
  const { entriesWhole, textWhole } = drawFirstPage(sheet, document, wording);
  nextPage(sheet);
  drawMethodPage(sheet, document, wording);
  if (document.annotations.length > MOST_SAID) drawAllSaid(sheet, document, wording);
  if (!entriesWhole) drawAllEntries(sheet, entriesOf(document, wording), wording);
  if (!textWhole) {
    heading(
      sheet,
      wording.report(($) => $.entries.session),
      { keepPt: 14 },
    );
    longText(sheet, document.session.notes);
  }
  drawFooters(sheet, document, wording);
  const json = reportToJson(document, null);
  attachData(sheet, seal ? seal.ofData(json) : json);
  seal?.reserve(sheet.pdf, sheet.pdf.bufferedPageRange().count);
  return closeSheet(sheet);
}

/** The document itself: what every line and figure of the pages was drawn from. */
function attachData({ pdf }: Sheet, json: string): void {
  const bytes = Buffer.from(json);
  // A variable, because the types of pdfkit do not know `relationship` (AFRelationship of ISO 32000-2, 7.11.3).
  const options = { name: ATTACHMENT, type: 'application/json', relationship: 'Data' };
  pdf.file(bytes, options);
}

function drawFooters(sheet: Sheet, document: ReportDocument, wording: Wording): void {
  const { report } = wording;
  const { count: pages } = sheet.pdf.bufferedPageRange();
  for (let index = 0; index < pages; index += 1) {
    sheet.pdf.switchToPage(index);
    sheet.pdf
      .lineWidth(0.6)
      .moveTo(PAGE.leftPt, PAGE.bottomPt + 8)
      .lineTo(PAGE.rightPt, PAGE.bottomPt + 8)
      .stroke(INK.rule);
    const at = { xPt: PAGE.leftPt, yPt: PAGE.bottomPt + 13, widthPt: WIDTH_PT - 80 };
    const style = { sizePt: 7.5, colour: INK.quiet };
    write(sheet, footer(document, wording), at, style);
    const number = report(($) => $.footer.page, { page: index + 1, pages });
    write(sheet, number, { ...at, xPt: PAGE.rightPt - 78, widthPt: 78 }, { ...style, align: 'right' });
  }
}

function footer(document: ReportDocument, { report, moment }: Wording): string {
  const { statement, exportedBy, exportedAtIso, timeZone, session } = document;
  return [
    statement,
    exportedAtIso === null
      ? report(($) => $.identity.exportedWithheld, { by: exportedBy })
      : report(($) => $.identity.exported, { by: exportedBy, at: moment(exportedAtIso, timeZone) }),
    report(($) => $.identity.session, { id: session.id }),
    ...(hasUnshown(document) ? [report(($) => $.footer.unshown, { mark: UNSHOWN })] : []),
  ].join(' ');
}

/** True when something that people typed holds a character that the page cannot show. */
function hasUnshown({
  siteName,
  exportedBy,
  child,
  session,
  markers,
  observations,
  annotations,
  baseline,
}: ReportDocument) {
  const texts = [
    siteName ?? '',
    exportedBy,
    child.code,
    session.startedBy,
    session.recordingName ?? '',
    session.notes,
    baseline?.note ?? '',
    ...markers.flatMap(({ text, by }) => [text, by]),
    ...observations.flatMap(({ observation, by }) => [observation.note, by]),
    ...annotations.flatMap(({ note, by }) => [note, by]),
  ];
  return texts.some((text) => toWinAnsi(text).split(UNSHOWN).length !== text.split(UNSHOWN).length);
}
