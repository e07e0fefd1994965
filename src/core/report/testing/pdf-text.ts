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
  return piecesIn((await writeReport(document, { samples: () => samplesOf(), key: null }, 'pdf')).bytes);
}

/** The same of a PDF that is made already. */
export async function piecesIn(bytes: Uint8Array): Promise<Piece[][]> {
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

/** For tests: an element of the report's structure, and what a voice says for it: its alternative, or its own words. */
interface Heard {
  /** H1, P, TD and so on. */
  readonly role: string;
  /** Empty for an element of elements. */
  readonly words: string;
}

/** For tests: what each page of a report's PDF tells those who hear it, in the order in which they do. */
export async function heardPagesOf(document: ReportDocument): Promise<Heard[][]> {
  const { bytes } = await writeReport(document, { samples: () => samplesOf(), key: null }, 'pdf');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: Heard[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const root = await page.getStructTree();
    pages.push(heard(root, markedWords(items)));
  }
  await task.destroy();
  return pages;
}

type PageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;
type StructureNode = Awaited<ReturnType<PageProxy['getStructTree']>>;
type TextItems = Awaited<ReturnType<PageProxy['getTextContent']>>['items'];

function heard({ children, ...node }: StructureNode, words: ReadonlyMap<string, string>): Heard[] {
  const own = children
    .flatMap((child) => ('id' in child ? [words.get(child.id) ?? ''] : []))
    .join(' ')
    .trim();
  const alt = 'alt' in node ? String(node.alt) : null;
  return [
    { role: node.role, words: alt ?? own },
    ...children.flatMap((child) => ('children' in child ? heard(child, words) : [])),
  ].filter(({ role }) => role !== 'Root' && role !== 'Document');
}

/** The words of each marked content by its id. */
function markedWords(items: TextItems): Map<string, string> {
  const words = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1);
      if (id) words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`.replace(/\s+/g, ' '));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? null);
  }
  return words;
}
