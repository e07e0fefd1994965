import { type Options, stringify } from 'csv-stringify/sync';
import type { Language } from '../words/language.ts';

/** What stands in a table. Null is an empty cell. */
export type Cell = string | number | null;

/** How a spreadsheet of a country expects a table: Excel takes both from the settings of Windows. */
export interface CsvDialect {
  readonly delimiter: ',' | ';';
  readonly decimalMark: '.' | ',';
}

/** What programs expect. */
const PLAIN: CsvDialect = { delimiter: ',', decimalMark: '.' };

const DIALECTS: Readonly<Record<Language, CsvDialect>> = {
  en: PLAIN,
  nl: { delimiter: ';', decimalMark: ',' },
};

export function csvDialectOf(language: Language): CsvDialect {
  return DIALECTS[language];
}

/** Without it Excel takes UTF-8 for Windows-1252, and "Zoë" for "ZoÃ«". */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * `quote_record_delimiter`: the library puts quotes around a text with a line break only as long as it is not told how
 * lines end. `escape_formulas`: text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
const OPTIONS: Options = { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true };

interface CsvOptions {
  readonly dialect?: CsvDialect;
  /** `kept`: for tables that programs join by names, which must be as they are. */
  readonly formulas?: 'escaped' | 'kept';
}

/**
 * Rows as separated text: every table that leaves the program is written here.
 *
 * Source: RFC 4180, so that lines end with CR LF and what holds the delimiter, a quote or a line break stands in quotes.
 * NUL, at which many readers stop, is left out of texts.
 *
 * @returns Rows one after the other, with a line end behind each: pieces of one table can be joined.
 */
export function csvRows(
  rows: readonly (readonly Cell[])[],
  { dialect: { delimiter, decimalMark } = PLAIN, formulas = 'escaped' }: CsvOptions = {},
): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '') : cell))),
    {
      ...OPTIONS,
      escape_formulas: formulas === 'escaped',
      delimiter,
      cast: { number: (value) => String(value).replace('.', decimalMark) },
    },
  );
}

/** A whole table as people open it: with a double click. */
export function csvFile(rows: readonly (readonly Cell[])[], options: CsvOptions = {}): string {
  return BYTE_ORDER_MARK + csvRows(rows, options);
}
