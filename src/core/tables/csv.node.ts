import { type Options, stringify } from 'csv-stringify/sync';

/** What stands in a table. Null is an empty cell. */
export type Cell = string | number | null;

/**
 * `quote_record_delimiter`: the library puts quotes around a text with a line break only as long as it is not told how
 * lines end. `escape_formulas`: text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
const OPTIONS: Options = { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true };

/**
 * Rows as comma-separated text: every table that leaves the program is written here.
 *
 * Source: RFC 4180, so that lines end with CR LF and what holds a comma, a quote or a line break stands in quotes. NUL,
 * at which many readers stop, is left out of texts.
 *
 * @returns Rows one after the other, with a line end behind each: pieces of one table can be joined.
 */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '') : cell))),
    OPTIONS,
  );
}
