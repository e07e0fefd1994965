import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { writeReport } from '../report.node.ts';
import type { ReportDocument } from '../report-document.ts';
import { samplesOf } from './document-of.ts';

/** For tests: a piece of text where the page shows it. */
interface Piece {
  readonly text: string;
  /** Height of its foot above the lower edge of the page, in points. */
  readonly yPt: number;
}

/** For tests: what each page of a report's PDF shows, as another program reads it. */
export async function piecesOf(document: ReportDocument): Promise<Piece[][]> {
  const { bytes } = await writeReport(document, { samples: () => samplesOf(), key: null }, 'pdf');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: Piece[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.flatMap((item) => ('str' in item ? [{ text: item.str, yPt: item.transform[5] }] : [])));
  }
  await task.destroy();
  return pages;
}

/** The same as words with one blank between them. */
export async function pagesOf(document: ReportDocument): Promise<string[]> {
  return (await piecesOf(document)).map(wordsOf);
}

export function wordsOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}
