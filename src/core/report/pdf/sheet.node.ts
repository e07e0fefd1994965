import PDFDocument from 'pdfkit';
import { shorten } from './shorten.ts';
import { toWinAnsi } from './win-ansi.ts';

/** A4 in points, and where the text stands on it. */
export const PAGE = {
  widthPt: 595.28,
  heightPt: 841.89,
  leftPt: 48,
  rightPt: 547.28,
  topPt: 44,
  bottomPt: 780,
} as const;

export const INK = { text: '#111111', quiet: '#4a4a4a', rule: '#b5b5b5', fill: '#e9e9e9', bar: '#3a3a3a' } as const;

const REGULAR = 'Helvetica';
const BOLD = 'Helvetica-Bold';

export interface TextStyle {
  readonly sizePt?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** A page being filled from top to bottom: pdfkit's document and how far it is filled. */
export interface Sheet {
  readonly pdf: PDFKit.PDFDocument;
  yPt: number;
}

/** An empty document. What it is called and when it was made are all that its bytes depend on besides its content. */
export function openSheet({ title, createdAt }: { title: string; createdAt: Date }): Sheet {
  const pdf = new PDFDocument({
    size: 'A4',
    // The footer stands below the text's own bottom; pdfkit must not start a page for it.
    margins: { top: PAGE.topPt, bottom: 0, left: PAGE.leftPt, right: PAGE.widthPt - PAGE.rightPt },
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: { Title: toWinAnsi(title), Creator: 'Faceward', Producer: 'Faceward', CreationDate: createdAt },
  });
  return { pdf, yPt: PAGE.topPt };
}

/** Writes text at a place and leaves the sheet as filled as it was. @returns Height of what was written, in points. */
export function write(
  sheet: Sheet,
  text: string,
  at: { xPt: number; yPt: number; widthPt: number },
  { sizePt = 9, bold = false, colour = INK.text, align = 'left' }: TextStyle = {},
): number {
  const shown = toWinAnsi(text);
  sheet.pdf
    .font(bold ? BOLD : REGULAR)
    .fontSize(sizePt)
    .fillColor(colour);
  const options = { width: at.widthPt, align, lineGap: 1.5 };
  sheet.pdf.text(shown, at.xPt, at.yPt, options);
  return sheet.pdf.heightOfString(shown, options);
}

/** Writes a paragraph over the given width and moves down behind it. */
export function paragraph(sheet: Sheet, text: string, style: TextStyle = {}): void {
  sheet.yPt += write(sheet, text, { xPt: PAGE.leftPt, yPt: sheet.yPt, widthPt: PAGE.rightPt - PAGE.leftPt }, style) + 3;
}

/** A remark in small grey letters; moves down behind it. */
export function quiet(sheet: Sheet, text: string, xPt: number = PAGE.leftPt, rightPt: number = PAGE.rightPt): void {
  const at = { xPt, yPt: sheet.yPt, widthPt: rightPt - xPt };
  sheet.yPt += write(sheet, text, at, { sizePt: 8.5, colour: INK.quiet }) + 3;
}

/** A section's title with a rule above it. */
export function heading(sheet: Sheet, title: string, xPt: number = PAGE.leftPt, rightPt: number = PAGE.rightPt): void {
  sheet.yPt += 10;
  sheet.pdf.lineWidth(0.6).moveTo(xPt, sheet.yPt).lineTo(rightPt, sheet.yPt).stroke(INK.rule);
  sheet.yPt += 6;
  sheet.yPt += write(sheet, title, { xPt, yPt: sheet.yPt, widthPt: rightPt - xPt }, { sizePt: 11, bold: true }) + 4;
}

export interface TableColumn {
  readonly title: string;
  readonly widthPt: number;
  readonly align?: 'left' | 'right';
}

/** A small table from `xPt`, one line a row: what a cell has no room for is cut with an ellipsis. Moves down behind it. */
export function table(sheet: Sheet, columns: readonly TableColumn[], rows: readonly string[][], xPt: number): void {
  tableRow(
    sheet,
    columns,
    columns.map(({ title }) => title),
    xPt,
    { bold: true, sizePt: 8, colour: INK.quiet },
  );
  for (const row of rows) tableRow(sheet, columns, row, xPt, {});
}

function tableRow(
  sheet: Sheet,
  columns: readonly TableColumn[],
  cells: readonly string[],
  xPt: number,
  style: TextStyle,
): void {
  let cellXPt = xPt;
  let heightPt = 0;
  for (const [index, { widthPt, align = 'left' }] of columns.entries()) {
    const at = { xPt: cellXPt, yPt: sheet.yPt, widthPt: widthPt - 6 };
    const text = fitted(sheet, cells[index] ?? '', at.widthPt, style);
    heightPt = Math.max(heightPt, write(sheet, text, at, { ...style, align }));
    cellXPt += widthPt;
  }
  sheet.yPt += heightPt + 2;
}

/** As much of a text as fits on one line. */
function fitted({ pdf }: Sheet, text: string, widthPt: number, { sizePt = 9, bold = false }: TextStyle): string {
  const line = toWinAnsi(text).replace(/\s+/g, ' ');
  pdf.font(bold ? BOLD : REGULAR).fontSize(sizePt);
  let most = line.length;
  while (most > 1 && pdf.widthOfString(shorten(line, most)) > widthPt) most -= 1;
  return shorten(line, most);
}

/** Fills a rectangle grey with slanted lines over it: "nothing is known here", also on a black-and-white print. */
export function hatch({ pdf }: Sheet, xPt: number, yPt: number, widthPt: number, heightPt: number): void {
  pdf.save().rect(xPt, yPt, widthPt, heightPt).clip();
  pdf.rect(xPt, yPt, widthPt, heightPt).fill(INK.fill);
  pdf.lineWidth(0.5);
  // Lines at multiples of the spacing, so that neighbouring areas look like one.
  const spacingPt = 4;
  const first = Math.floor((xPt - heightPt) / spacingPt) * spacingPt;
  for (let startPt = first; startPt < xPt + widthPt; startPt += spacingPt) {
    pdf.moveTo(startPt, yPt + heightPt).lineTo(startPt + heightPt, yPt);
  }
  pdf.stroke('#9a9a9a').restore();
}

/** Ends the document. */
export function closeSheet({ pdf }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.end();
  });
}
