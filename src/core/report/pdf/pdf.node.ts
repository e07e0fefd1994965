import type { ReportDocument } from '../report-document.ts';
import { reportToJson } from '../report-json.ts';
import { type Wording, wordingOf } from '../wording.ts';
import { entriesOf } from './entries.ts';
import { drawAllEntries } from './entry-tables.node.ts';
import { drawFirstPage } from './first-page.node.ts';
import { UNSHOWN } from './fonts.node.ts';
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
  rule,
  type SettingName,
  type Sheet,
  setPages,
  WIDTH_PT,
  write,
} from './sheet.node.ts';
import { furniture } from './structure.node.ts';

/** Name of the attached data. */
export const ATTACHMENT = 'report.json';

/** How a file is sealed: its data by themselves, so that they can be verified without these pages, and all of it. */
export interface PdfSeal {
  readonly ofData: (json: string) => string;
  /** Called last, with the number of pages, to leave room for the seal of the whole file. */
  readonly reserve: (pdf: PDFKit.PDFDocument, pages: number) => void;
}

/**
 * The report as PDF: a page to be read in a minute, the method, and as many pages behind them as markers, observations
 * and notes take. A4, black on white, drawn as vectors; the figures behind the drawings are attached
 * as JSON. It is PDF/A-3b, to be kept, and PDF/UA-1, to be heard as well as seen.
 *
 * @param seal Null for a file that is not signed.
 * @returns The same bytes for the same document: the file's date and id come from it.
 */
export function reportToPdf(document: ReportDocument, seal: PdfSeal | null): Promise<Uint8Array<ArrayBuffer>> {
  const wording = wordingOf(document.language);
  const sheet = drawSheet(document, wording);
  drawFooters(sheet, document, wording);
  attachData(sheet, seal, document, wording);
  seal?.reserve(sheet.pdf, pagesOf(sheet));
  return closeSheet(sheet);
}

/** A last page with less on it than this is tried without. */
const LEAST_ON_A_PAGE_PT = 130;

/** All pages but their footers; set closer where that saves a last page of a few lines. */
function drawSheet(document: ReportDocument, wording: Wording): Sheet {
  const loose = drawPages(document, wording, 'loose');
  if (pagesOf(loose) <= FEWEST_PAGES || loose.yPt > PAGE.topPt + LEAST_ON_A_PAGE_PT) return loose;
  const close = drawPages(document, wording, 'close');
  return pagesOf(close) < pagesOf(loose) ? close : loose;
}

/** The page to be read in a minute, and the method. */
const FEWEST_PAGES = 2;

function pagesOf({ pdf }: Sheet): number {
  return pdf.bufferedPageRange().count;
}

/** @param setting Of the pages behind the first. */
function drawPages(document: ReportDocument, wording: Wording, setting: SettingName): Sheet {
  const { exportedAtIso } = document;
  const sheet = openSheet({
    title: wording.report(($) => $.title, { child: document.child.code }),
    language: document.language,
    createdAt: exportedAtIso === null ? null : new Date(exportedAtIso),
  });
  const { entriesWhole, textWhole } = drawFirstPage(sheet, document, wording);
  setPages(sheet, setting);
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
  return sheet;
}

/** The document itself: what every line and figure of the pages was drawn from. */
function attachData({ pdf }: Sheet, seal: PdfSeal | null, document: ReportDocument, { report }: Wording): void {
  const json = reportToJson(document);
  const bytes = Buffer.from(seal ? seal.ofData(json) : json);
  // A variable, because the types of pdfkit do not know `relationship` (AFRelationship of ISO 32000-2, 7.11.3).
  const options = {
    name: ATTACHMENT,
    type: 'application/json',
    relationship: 'Data',
    description: report(($) => $.attachment),
    ...(document.exportedAtIso === null ? {} : { modifiedDate: new Date(document.exportedAtIso) }),
  };
  pdf.file(bytes, options);
}

function drawFooters(sheet: Sheet, document: ReportDocument, wording: Wording): void {
  const { report } = wording;
  const pages = pagesOf(sheet);
  const text = footer(sheet, document, wording);
  for (let index = 0; index < pages; index += 1) {
    sheet.pdf.switchToPage(index);
    furniture(
      sheet.structure,
      () =>
        drawFooter(
          sheet,
          text,
          report(($) => $.footer.page, { page: index + 1, pages }),
        ),
      'Pagination',
    );
  }
}

function drawFooter(sheet: Sheet, text: string, number: string): void {
  rule(sheet, PAGE.leftPt, PAGE.rightPt, PAGE.bottomPt + 8);
  const at = { xPt: PAGE.leftPt, yPt: PAGE.bottomPt + 13, widthPt: WIDTH_PT - 80 };
  const style = { sizePt: 7.5, colour: INK.quiet };
  write(sheet, text, at, style);
  write(sheet, number, { ...at, xPt: PAGE.rightPt - 78, widthPt: 78 }, { ...style, align: 'right' });
}

function footer({ showsAll }: Sheet, document: ReportDocument, { report, moment }: Wording): string {
  const { statement, exportedBy, exportedAtIso, timeZone, session } = document;
  return [
    statement,
    exportedAtIso === null
      ? report(($) => $.identity.exportedWithheld, { by: exportedBy })
      : report(($) => $.identity.exported, { by: exportedBy, at: moment(exportedAtIso, timeZone) }),
    report(($) => $.identity.session, { id: session.id }),
    ...(showsAll ? [] : [report(($) => $.footer.unshown, { mark: UNSHOWN })]),
  ].join(' ');
}
