import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type CsvError, type Options, parse } from 'csv-parse';
import { failure } from '../../words/failure.ts';
import { DatasetError } from '../dataset.ts';
import { openedStream } from '../laid-out/laid-out.node.ts';
import { unreadable } from '../unreadable.ts';
import type { TableForm } from './table-form.node.ts';

const COMMAS: TableForm = { encoding: 'utf-8', delimiter: ',', headerLine: 1 };

/** One row of a table, by the names of its columns. */
export interface TableRow {
  readonly record: Record<string, string>;
  /** `lines`: line of the file, the header being line 1. `bytes`: where the row ends. */
  readonly info: { readonly lines: number; readonly bytes: number };
  /** As it stands in the file; with the option `raw` only. */
  readonly raw: string;
}

interface TableOptions extends Pick<Options, 'max_record_size' | 'raw' | 'trim' | 'relax_quotes'> {
  /** How it was saved; as commas and UTF-8 if left out. */
  readonly form?: TableForm;
  /** Looks at the header. @throws DatasetError if a column is missing. */
  readonly columns: (header: string[]) => string[];
  /** Told of what is no row of the table; the rows after it are still read. */
  readonly onSkip: (error: CsvError) => void;
}

/**
 * The rows of a table in a dataset's folder, one after the other: a cohort's table need not fit in memory.
 *
 * @throws DatasetError if the file cannot be read, or what `columns` throws.
 */
export async function* tableRows(
  dir: string,
  file: string,
  { onSkip, form = COMMAS, ...options }: TableOptions,
): AsyncGenerator<TableRow, void> {
  const { delimiter, headerLine: from_line } = form;
  const reading = { bom: true, info: true, skip_empty_lines: true, skip_records_with_error: true };
  const parser = parse({ ...reading, delimiter, from_line, ...options });
  parser.on('skip', onSkip);
  const source = openedStream(join(dir, file));
  source.on('error', (error) => parser.destroy(error));
  // As it stands for UTF-8: where a row lies in the file is counted in bytes.
  if (form.encoding === 'utf-8') source.pipe(parser);
  else
    Readable.from(decoded(source, form.encoding))
      .on('error', (error) => parser.destroy(error))
      .pipe(parser);
  try {
    yield* parser as AsyncIterable<TableRow>;
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw unreadable(join(dir, file), cause);
  } finally {
    source.destroy();
  }
}

async function* decoded(source: AsyncIterable<Buffer>, encoding: TableForm['encoding']): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * The header of a table that has the columns it needs.
 *
 * @throws DatasetError naming those that are missing.
 */
export function checkedHeader(header: string[], dir: string, file: string, columns: readonly string[]): string[] {
  const missing = columns.filter((column) => !header.includes(column)).map((column) => `"${column}"`);
  if (missing.length === 0) return header;
  const found = { file: join(dir, file), missing: missing.join(', '), found: header.join(', ') };
  throw new DatasetError(failure('dataset.columns-missing', found));
}
