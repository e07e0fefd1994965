import type { ReportDocument } from '../report-document.ts';
import { moment } from '../wording.ts';
import { drawFirstPage } from './first-page.node.ts';
import { drawSecondPage } from './second-page.node.ts';
import { closeSheet, INK, openSheet, PAGE, type Sheet, write } from './sheet.node.ts';
import { toWinAnsi, UNSHOWN } from './win-ansi.ts';

/**
 * The report on two pages A4, black on white, drawn as vectors in the standard fonts.
 *
 * @returns The same bytes for the same document: the file's date and id come from it.
 */
export function reportToPdf(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = openSheet({
    title: `Emotion session report ${document.childCode}`,
    createdAt: new Date(document.exportedAtIso),
  });
  drawFirstPage(sheet, document);
  sheet.pdf.addPage();
  sheet.yPt = PAGE.topPt;
  drawSecondPage(sheet, document);
  drawFooters(sheet, document);
  return closeSheet(sheet);
}

function drawFooters(sheet: Sheet, document: ReportDocument): void {
  const widthPt = PAGE.rightPt - PAGE.leftPt;
  const { count } = sheet.pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    sheet.pdf.switchToPage(page);
    sheet.pdf
      .lineWidth(0.6)
      .moveTo(PAGE.leftPt, PAGE.bottomPt + 8)
      .lineTo(PAGE.rightPt, PAGE.bottomPt + 8)
      .stroke(INK.rule);
    const at = { xPt: PAGE.leftPt, yPt: PAGE.bottomPt + 13, widthPt: widthPt - 70 };
    const style = { sizePt: 7.5, colour: INK.quiet };
    write(sheet, footer(document), at, style);
    const number = `Page ${page + 1} of ${count}`;
    write(sheet, number, { ...at, xPt: PAGE.rightPt - 70, widthPt: 70 }, { ...style, align: 'right' });
  }
}

function footer(document: ReportDocument): string {
  const made = `Exported by ${document.exportedBy} on ${moment(document.exportedAtIso, document.timeZone)}.`;
  return `${document.statement} ${made} Session ${document.session.id}.${unshownNote(document)}`;
}

function unshownNote({ siteName, exportedBy, session, markers }: ReportDocument): string {
  const words = [
    siteName,
    exportedBy,
    session.startedBy,
    session.notes,
    ...markers.flatMap(({ text, by }) => [text, by]),
  ];
  const isCut = words.some((text) => toWinAnsi(text).split(UNSHOWN).length !== text.split(UNSHOWN).length);
  return isCut ? ` ${UNSHOWN} stands for a character that this page cannot show; the JSON export has it.` : '';
}
