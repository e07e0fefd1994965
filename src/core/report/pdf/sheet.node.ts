import PDFDocument from 'pdfkit';
import { claimPdfUa } from './conformance.node.ts';
import { type FontName, fontBytes, type SetText, setText } from './fonts.node.ts';
import { element, furniture, openStructure, type Structure } from './structure.node.ts';

/** A4 in points, and where the text stands on it. */
export const PAGE = {
  widthPt: 595.28,
  heightPt: 841.89,
  leftPt: 48,
  rightPt: 547.28,
  topPt: 44,
  bottomPt: 780,
} as const;

export const WIDTH_PT = PAGE.rightPt - PAGE.leftPt;

export const INK = { text: '#111111', quiet: '#4a4a4a', rule: '#b5b5b5', fill: '#e9e9e9', bar: '#3a3a3a' } as const;

/** How close a page is set. */
interface Setting {
  /** Of a text whose style names none. */
  readonly sizePt: number;
  readonly lineGapPt: number;
  readonly afterParagraphPt: number;
  readonly beforeHeadingPt: number;
  /** Between the rows of a table. */
  readonly rowGapPt: number;
}

/** Loose is easier to read; close is for a report that would otherwise need another page for a few lines. */
const SETTINGS = {
  loose: { sizePt: 9, lineGapPt: 1.5, afterParagraphPt: 3, beforeHeadingPt: 7, rowGapPt: 1.5 },
  close: { sizePt: 8.5, lineGapPt: 0.8, afterParagraphPt: 2, beforeHeadingPt: 5, rowGapPt: 0.8 },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

export interface TextStyle {
  readonly sizePt?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** A page being filled from top to bottom: pdfkit's document, how far it is filled, and where its content belongs. */
export interface Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly structure: Structure;
  setting: Setting;
  yPt: number;
  /** False once a character was written that the page cannot show. */
  showsAll: boolean;
}

const FONTS: readonly FontName[] = ['regular', 'bold', 'wide'];

/**
 * An empty document, to become PDF/A-3b and PDF/UA-1. What it is called, its language and when it was made are all that
 * its bytes depend on besides its content.
 *
 * @param about.createdAt Null: withheld.
 */
export function openSheet(about: { title: string; language: string; createdAt: Date | null }): Sheet {
  const info = {
    Title: about.title,
    Creator: 'Faceward',
    Producer: 'Faceward',
    // pdfkit writes no file without a date: the beginning of its calendar stands for one that is withheld.
    CreationDate: about.createdAt ?? new Date(0),
  };
  const pdf = new PDFDocument({
    size: 'A4',
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    // The footer stands below the text's own bottom; pdfkit must not start a page for it.
    margins: { top: PAGE.topPt, bottom: 0, left: PAGE.leftPt, right: PAGE.widthPt - PAGE.rightPt },
    bufferPages: true,
    lang: about.language,
    displayTitle: true,
    info,
  });
  for (const name of FONTS) pdf.registerFont(name, fontBytes(name));
  claimPdfUa(pdf);
  return { pdf, structure: openStructure(pdf), setting: SETTINGS.loose, yPt: PAGE.topPt, showsAll: true };
}

/** Sets what follows so close. */
export function setPages(sheet: Sheet, setting: SettingName): void {
  sheet.setting = SETTINGS[setting];
}

/** Begins a page. */
export function nextPage(sheet: Sheet): void {
  sheet.pdf.addPage();
  sheet.yPt = PAGE.topPt;
}

/** Begins a page unless so much height is left on this one. @returns True for a new page. */
export function makeRoom(sheet: Sheet, heightPt: number): boolean {
  if (sheet.yPt + heightPt <= PAGE.bottomPt || sheet.yPt === PAGE.topPt) return false;
  nextPage(sheet);
  return true;
}

/** From the top of a line to its feet, as part of the size: capitals begin at the top, in whichever font. */
const BASELINE = 0.718;

/**
 * Writes text at a place and leaves the sheet as filled as it was. It is a paragraph, unless an element is being drawn
 * that it belongs to.
 *
 * @returns Height of what was written, in points.
 */
export function write(
  sheet: Sheet,
  text: string,
  at: { xPt: number; yPt: number; widthPt: number },
  style: TextStyle = {},
): number {
  const set = choose(sheet, text, style);
  const { align = 'left', colour = INK.text, sizePt = sheet.setting.sizePt } = style;
  const options = { width: at.widthPt, align, lineGap: sheet.setting.lineGapPt, baseline: -BASELINE * sizePt };
  const heightPt = sheet.pdf.heightOfString(set.text, options);
  if (set.text.trim() === '') return heightPt;
  if (!set.isWhole) sheet.showsAll = false;
  element(sheet.structure, 'P', () => sheet.pdf.fillColor(colour).text(set.text, at.xPt, at.yPt, options));
  return heightPt;
}

/** Height that a text would take, in points. */
export function heightOf(sheet: Sheet, text: string, widthPt: number, style: TextStyle): number {
  const set = choose(sheet, text, style);
  return sheet.pdf.heightOfString(set.text, { width: widthPt, lineGap: sheet.setting.lineGapPt });
}

/** Width of a text on one line, in points. */
export function widthOf(sheet: Sheet, text: string, style: TextStyle): number {
  const set = choose(sheet, text, style);
  return sheet.pdf.widthOfString(set.text);
}

/** The text as it will be drawn, in the font that is now the document's. */
function choose({ pdf, setting }: Sheet, text: string, { sizePt = setting.sizePt, bold = false }: TextStyle): SetText {
  const set = setText(text, { bold });
  pdf.font(set.font).fontSize(sizePt);
  return set;
}

/** Writes a paragraph over the given width and moves down behind it; on a new page where it does not fit. */
export function paragraph(sheet: Sheet, text: string, style: TextStyle = {}): void {
  makeRoom(sheet, heightOf(sheet, text, WIDTH_PT, style));
  sheet.yPt += write(sheet, text, { xPt: PAGE.leftPt, yPt: sheet.yPt, widthPt: WIDTH_PT }, style);
  sheet.yPt += sheet.setting.afterParagraphPt;
}

/** A remark in small grey letters. */
export function quiet(sheet: Sheet, text: string): void {
  paragraph(sheet, text, { sizePt: 8, colour: INK.quiet });
}

/** More characters than this are written as several paragraphs, so that each fits on a page. */
const MOST_CHARACTERS = 1500;

/** Writes a text of any length line by line, over as many pages as it takes; empty lines make a small space. */
export function longText(sheet: Sheet, text: string): void {
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') sheet.yPt += 4;
    for (const piece of line.match(new RegExp(`.{1,${MOST_CHARACTERS}}(?:\\s|$)|.{1,${MOST_CHARACTERS}}`, 'gu')) ??
      []) {
      paragraph(sheet, piece.trim());
    }
  }
}

/** Height of a heading with the space around it. */
export const HEADING_PT = 32;

/** A section's title with a rule above it, kept together with what follows. */
export function heading(sheet: Sheet, title: string, { keepPt = 40 }: { keepPt?: number } = {}): void {
  makeRoom(sheet, HEADING_PT + keepPt);
  if (sheet.yPt > PAGE.topPt) sheet.yPt += sheet.setting.beforeHeadingPt;
  headingAt(sheet, title, PAGE.leftPt, PAGE.rightPt);
}

/** The same over a part of the width, wherever the sheet stands. */
export function headingAt(sheet: Sheet, title: string, xPt: number, rightPt: number): void {
  rule(sheet, xPt, rightPt, sheet.yPt);
  sheet.yPt += 5;
  const at = { xPt, yPt: sheet.yPt, widthPt: rightPt - xPt };
  sheet.yPt += element(sheet.structure, 'H2', () => write(sheet, title, at, { sizePt: 11, bold: true })) + 3;
}

/** A thin line over the page that means nothing by itself. */
export function rule({ pdf, structure }: Sheet, fromPt: number, toPt: number, yPt: number): void {
  furniture(structure, () => pdf.lineWidth(0.6).moveTo(fromPt, yPt).lineTo(toPt, yPt).stroke(INK.rule));
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
