import { openedStream, readOpenedPart } from '../laid-out/laid-out.node.ts';

/**
 * How a table of text was saved. A comma-separated file means another thing to every spreadsheet: a Dutch Excel parts columns by
 * semicolons, "Unicode text" is UTF-16 with tabs, plain "CSV" is in the system's own letters.
 */
export interface TableForm {
  /** Names of the Encoding Standard, for TextDecoder. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Between columns. */
  readonly delimiter: string;
  /** Line of the header: 2 behind a line such as "sep=;", which tells Excel the delimiter. */
  readonly headerLine: 1 | 2;
}

const DELIMITERS = [',', ';', '\t', '|'];

/** Enough for any header. */
const HEAD_BYTES = 64 * 1024;

/** Of latin text in UTF-16 every second byte is 0; other text has none. */
const LEAST_ZEROS = 0.3;

/** `workbook`: a spreadsheet's own file, which a table must be saved from; `binary`: no text at all. */
export type FormFault = 'workbook' | 'binary';

/**
 * Looks how a table was saved.
 *
 * @param columns Names that its header should have, in lower case: of several delimiters, the one that shows most of them.
 * @throws Error of the file system.
 */
export async function tableForm(
  file: string,
  columns: readonly string[],
): Promise<{ kind: 'form'; form: TableForm } | { kind: 'fault'; fault: FormFault }> {
  const head = Buffer.from(await readOpenedPart(file, 0, HEAD_BYTES));
  // A zip archive (xlsx, ods) and a compound file (xls), by their first bytes.
  if (['504b0304', 'd0cf11e0'].includes(head.toString('hex', 0, 4))) return { kind: 'fault', fault: 'workbook' };
  const encoding = await encodingOf(file, head);
  if (encoding === null) return { kind: 'fault', fault: 'binary' };
  const [first = '', second = ''] = new TextDecoder(encoding).decode(head).split(/\r\n|\r|\n/, 2);
  const told = /^"?sep=(.)"?/i.exec(first)?.[1];
  const form = told
    ? { encoding, delimiter: told, headerLine: 2 as const }
    : { encoding, delimiter: likeliestDelimiter(first, columns), headerLine: 1 as const };
  // Some programs write the line and another delimiter all the same.
  return {
    kind: 'form',
    form: told && !second.includes(told) ? { ...form, delimiter: likeliestDelimiter(second, columns) } : form,
  };
}

/** The cells of a header as they are compared: without quotes and blanks, in lower case. */
function likeliestDelimiter(header: string, columns: readonly string[]): string {
  const shown = (delimiter: string) => {
    const cells = header.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, '').trim().toLowerCase());
    return columns.filter((column) => cells.includes(column)).length;
  };
  return DELIMITERS.toSorted((a, b) => shown(b) - shown(a))[0]!;
}

/** @returns Null for what is in none of them. */
async function encodingOf(file: string, head: Buffer): Promise<TableForm['encoding'] | null> {
  const mark = head.toString('hex', 0, 3);
  if (mark.startsWith('fffe')) return 'utf-16le';
  if (mark.startsWith('feff')) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const [even, odd] = zeros.map((count) => (2 * count) / head.length) as [number, number];
  if (odd > LEAST_ZEROS && even < odd / 2) return 'utf-16le';
  if (even > LEAST_ZEROS && odd < even / 2) return 'utf-16be';
  if (even + odd > LEAST_ZEROS) return null;
  return (await isUtf8(file)) ? 'utf-8' : 'windows-1252';
}

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of openedStream(file)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
